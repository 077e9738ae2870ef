// GitHub's official REST description (description.json, cut out of @octokit/openapi by derive.mjs), compiled into
// validators: which operation a request is, whether the request is one the description allows, and whether a response is.
import { readFileSync } from "node:fs";
import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import formats from "ajv-formats";

/** A request that the description knows: the operation and what its path template took out of the path. */
export interface Match {
  operation: Operation;
  path: Record<string, string>;
}

/** One described operation with its compiled validators. Each answers with the list of problems, empty when there is none. */
export interface Operation {
  id: string;
  method: string;
  /** Checks path and query together and turns numbers and booleans into what the description says they are, in place. */
  checkParameters(values: Record<string, unknown>): string[];
  /** Checks a request body; `undefined` stands for no body. */
  checkBody(body: unknown): string[];
  /** Checks a response of any status. What the description does not list (401, 429 …) must still look like its `basic-error`. */
  checkResponse(status: number, mediaType: string, body: unknown): string[];
}

interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  schema: object;
}

interface Document {
  paths: Record<string, Record<string, DescribedOperation>>;
  components: Record<string, Record<string, unknown>>;
}

interface DescribedOperation {
  operationId: string;
  parameters: (Parameter | { $ref: string })[];
  requestBody?: { required?: boolean; content: Record<string, { schema: object }> };
  responses: Record<string, { $ref: string } | Response>;
}

interface Response {
  content?: Record<string, { schema: object }>;
}

const documentId = "github";

/** Path parameters that may hold slashes: the description's templates cannot say so, its prose does. */
const multiSegment = new Set(["path", "ref"]);

/** Reads and compiles the description once; the compiled operations are shared by every fake of a process. */
export function loadDescription(): {
  match(method: string, pathname: string): Match | undefined;
  operations: ReadonlyMap<string, Operation>;
} {
  loaded ??= compile();
  return loaded;
}

let loaded: ReturnType<typeof compile> | undefined;

function compile() {
  const document = withoutNullable(JSON.parse(readFileSync(new URL("./description.json", import.meta.url), "utf8"))) as Document;
  const ajv = new Ajv({ strict: false, allErrors: true, coerceTypes: false, logger: false });
  const coercing = new Ajv({ strict: false, allErrors: true, coerceTypes: "array", logger: false });
  for (const instance of [ajv, coercing]) {
    formats.default(instance);
    instance.addSchema(document, documentId);
  }
  const operations = new Map<string, Operation>();
  const routes: { method: string; pattern: RegExp; operation: Operation }[] = [];
  for (const [template, item] of Object.entries(document.paths)) {
    for (const [method, described] of Object.entries(item)) {
      const operation = compileOperation(document, ajv, coercing, template, method, described);
      operations.set(operation.id, operation);
      routes.push({ method: operation.method, pattern: templatePattern(template), operation });
    }
  }
  const match = (method: string, pathname: string): Match | undefined => {
    for (const route of routes) {
      const found = route.method === method ? route.pattern.exec(pathname) : null;
      if (!found) continue;
      const values = Object.entries(found.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)] as const);
      return { operation: route.operation, path: Object.fromEntries(values) };
    }
    return undefined;
  };
  return { match, operations };
}

function compileOperation(
  document: Document,
  ajv: Ajv,
  coercing: Ajv,
  template: string,
  method: string,
  described: DescribedOperation,
): Operation {
  const at = `#/paths/${escapePointer(template)}/${method}`;
  const parameters = described.parameters.map((parameter, index) => {
    const pointer = "$ref" in parameter ? parameter.$ref : `${at}/parameters/${index}`;
    return { ...(resolve(document, pointer) as Parameter), pointer };
  });
  const checkParameters = coercing.compile({
    type: "object",
    properties: Object.fromEntries(parameters.map(({ name, pointer }) => [name, reference(`${pointer}/schema`)])),
    required: parameters.filter(({ required }) => required).map(({ name }) => name),
    additionalProperties: false,
  });
  const bodySchema = described.requestBody?.content["application/json"]?.schema as { properties?: object } | undefined;
  const checkBody = bodySchema
    ? ajv.compile({
        allOf: [reference(`${at}/requestBody/content/application~1json/schema`)],
        // Stricter than the description on purpose: the real API ignores a misspelt property, a test must not.
        properties: Object.fromEntries(Object.keys(bodySchema.properties ?? {}).map((name) => [name, true])),
        additionalProperties: false,
      })
    : undefined;
  const basicError = ajv.compile(reference("#/components/schemas/basic-error"));
  const responses = new Map<string, ValidateFunction>();
  return {
    id: described.operationId,
    method: method.toUpperCase(),
    checkParameters: (values) => problems(checkParameters, values, "parameters"),
    checkBody(body) {
      if (!checkBody) return body === undefined ? [] : ["the operation takes no request body"];
      if (body === undefined) return described.requestBody?.required ? ["the request body is missing"] : [];
      return problems(checkBody, body, "request body");
    },
    checkResponse(status, mediaType, body) {
      const entry = described.responses[String(status)];
      if (!entry) return status >= 400 ? problems(basicError, body, `${status} response`) : [`status ${status} is not described`];
      const pointer = "$ref" in entry ? entry.$ref : `${at}/responses/${status}`;
      const response = resolve(document, pointer) as Response;
      if (!response.content) return body === undefined ? [] : [`a ${status} response has no body`];
      if (!response.content[mediaType]) return [`a ${status} response cannot be ${mediaType}`];
      const key = `${status} ${mediaType}`;
      const validate = responses.get(key) ?? ajv.compile(reference(`${pointer}/content/${escapePointer(mediaType)}/schema`));
      responses.set(key, validate);
      return problems(validate, body, `${status} response`);
    },
  };
}

function problems(validate: ValidateFunction, value: unknown, what: string): string[] {
  if (validate(value)) return [];
  return (validate.errors ?? []).map(
    (error: ErrorObject) => `${what}${error.instancePath}: ${error.message} ${JSON.stringify(error.params)}`,
  );
}

function templatePattern(template: string): RegExp {
  const pattern = template
    .replace(/[.]/g, "\\.")
    .replace(/\{(\w+)\}/g, (_, name: string) => `(?<${name}>${multiSegment.has(name) ? ".*" : "[^/]+"})`);
  return new RegExp(`^${pattern}$`);
}

function resolve(document: Document, pointer: string): unknown {
  let value: unknown = document;
  for (const part of pointer.slice("#/".length).split("/")) {
    value = (value as Record<string, unknown>)[part.replaceAll("~1", "/").replaceAll("~0", "~")];
  }
  return value;
}

function reference(pointer: string): { $ref: string } {
  return { $ref: `${documentId}${encodeURI(pointer)}` };
}

function escapePointer(part: string): string {
  return part.replaceAll("~", "~0").replaceAll("/", "~1");
}

/** OpenAPI 3.0 says `nullable: true` where JSON Schema adds the type `null`. */
function withoutNullable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNullable);
  if (typeof value !== "object" || value === null) return value;
  const { nullable, ...rest } = value as Record<string, unknown>;
  const schema = Object.fromEntries(Object.entries(rest).map(([name, inner]) => [name, withoutNullable(inner)]));
  return nullable === true ? { anyOf: [schema, { type: "null" }] } : schema;
}
