// POST /graphql is not in the REST description. Two requests are answered here, written down from GitHub's GraphQL schema:
// minimizeComment(input: {subjectId, classifier}), by which an outdated comment is hidden, and viewer { login }, by which a token
// of any kind learns its own name. Anything else is refused.

import { commentNodeId } from "./render.js";
import type { Reply } from "./replies.js";
import type { World } from "./world.js";

/** ReportedContentClassifiers of the GraphQL schema. */
const classifiers = ["ABUSE", "DUPLICATE", "OFF_TOPIC", "OUTDATED", "RESOLVED", "SPAM"];

const mutation =
  /^mutation(?: \w+)? ?(?:\([^()]*\) ?)?\{ ?minimizeComment ?\( ?input ?: ?(?<input>\$\w+|\{[^{}]*\}) ?\) ?\{(?<fields>[\w{} ]+)\} ?\}$/;
const viewer = /^(?:query(?: \w+)? ?)?\{ ?viewer ?\{ ?login ?\} ?\}$/;
const knownFields = new Set(["clientMutationId", "minimizedComment", "isMinimized", "minimizedReason", "viewerCanMinimize"]);

/** Answers the two known requests; a text says what is wrong with any other. */
export function answerGraphql(world: World, body: unknown): Reply | string {
  const {
    query,
    variables = {},
    ...rest
  } = (body ?? {}) as { query?: unknown; variables?: Record<string, unknown>; operationName?: unknown };
  if (typeof query !== "string") return "a GraphQL request needs a query";
  const unknown = Object.keys(rest).filter((name) => name !== "operationName");
  if (unknown.length > 0) return `unknown properties of a GraphQL request: ${unknown.join(", ")}`;
  const flat = query.replace(/[\s,]+/g, " ").trim();
  if (viewer.test(flat)) return { status: 200, body: { data: { viewer: { login: world.token.login } } } };
  const found = mutation.exec(flat);
  if (!found?.groups) return "the only mutation that the fake knows is minimizeComment";
  const fields: string[] = (found.groups.fields ?? "").match(/\w+/g) ?? [];
  const wrong = fields.filter((field) => !knownFields.has(field));
  if (wrong.length > 0) return `minimizeComment has no field ${wrong.join(", ")}`;
  const input = readInput(found.groups.input ?? "", variables);
  if (typeof input === "string") return input;
  const { subjectId, classifier } = input;
  if (typeof subjectId !== "string") return "minimizeComment needs a subjectId";
  if (typeof classifier !== "string" || !classifiers.includes(classifier)) return `unknown classifier ${String(classifier)}`;

  if (world.token.permissions.pullRequests !== "write" && world.token.permissions.issues !== "write") {
    return refusal("FORBIDDEN", "Resource not accessible by integration");
  }
  const comment = world.comments.find((candidate) => commentNodeId(candidate) === subjectId);
  if (!comment) return refusal("NOT_FOUND", `Could not resolve to a node with the global id of '${subjectId}'`);
  comment.minimized = classifier;
  const minimizedComment = { isMinimized: true, minimizedReason: classifier.toLowerCase(), viewerCanMinimize: true };
  const shown = Object.fromEntries(Object.entries(minimizedComment).filter(([name]) => fields.includes(name)));
  return { status: 200, body: { data: { minimizeComment: { minimizedComment: shown } } } };
}

/** The input is a variable, or an object whose values are variables, strings or enum names. */
function readInput(text: string, variables: Record<string, unknown>): Record<string, unknown> | string {
  if (text.startsWith("$")) return (variables[text.slice(1)] as Record<string, unknown> | undefined) ?? `the variable ${text} is missing`;
  const input: Record<string, unknown> = {};
  const rest = text.slice(1, -1).replace(/(\w+) ?: ?(\$\w+|"[^"]*"|\w+)/g, (_, name: string, value: string) => {
    if (value.startsWith("$")) input[name] = variables[value.slice(1)];
    else input[name] = value.startsWith('"') ? value.slice(1, -1) : value;
    return "";
  });
  return rest.trim() === "" ? input : `cannot read the input ${text}`;
}

/** GraphQL says no with status 200. */
function refusal(type: string, message: string): Reply {
  const error = { type, path: ["minimizeComment"], extensions: { saml_failure: false }, locations: [{ line: 1, column: 1 }], message };
  return { status: 200, body: { data: { minimizeComment: null }, errors: [error] } };
}
