// A FAKE of the GitHub API, for tests: an HTTP server on 127.0.0.1 with a small world behind it. It is generated from GitHub's
// official REST description (description.json): a request that the description does not allow, or that the fake does not
// implement, is answered with 501 and recorded as a violation, and so is an answer of the fake that is not as described.
// close() throws when there were violations, so a test that closes its fake cannot miss them.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { loadDescription, type Operation } from "./description.js";
import { answerGraphql } from "./graphql.js";
import { type Call, handlers, isPermitted, storagePath } from "./handlers.js";
import { badCredentials, notAccessible, notFound, type Outcome, type Reply, requiresAuthentication, type Step } from "./replies.js";
import { type Comment, createWorld, type World, type WorldOptions } from "./world.js";

/** A request as it arrived, with the status it was answered with (0: the connection was cut). */
export interface RecordedRequest {
  /** The described operation, "graphql", "storage", or null for what is none of them. */
  operation: string | null;
  method: string;
  path: string;
  query: Record<string, string>;
  headers: IncomingMessage["headers"];
  body: unknown;
  status: number;
}

export interface FakeGitHub extends AsyncDisposable {
  /** http://127.0.0.1:PORT, for GITHUB_API_URL. */
  readonly url: string;
  readonly world: World;
  readonly requests: readonly RecordedRequest[];
  readonly violations: readonly string[];
  /** The requests of one operation, in order. */
  calls(operation: string): RecordedRequest[];
  /** The comments of a pull request as they are now. */
  comments(pull: number): readonly Comment[];
  /** Decides the next requests of an operation ("*": of any), one step each; after the last step all is normal again. */
  script(operation: string, steps: Step[]): void;
  /** Returns the violations so far and forgets them: for tests of the fake itself. */
  takeViolations(): string[];
  /** From now on connections are refused, until up(). */
  down(): Promise<void>;
  up(): Promise<void>;
  /** Stops the server; throws when there were violations. */
  close(): Promise<void>;
}

export async function startFakeGitHub(options: WorldOptions = {}): Promise<FakeGitHub> {
  const fake = new Fake(createWorld(options));
  await fake.up();
  return fake;
}

class Fake implements FakeGitHub {
  readonly requests: RecordedRequest[] = [];
  violations: string[] = [];
  private readonly scripts = new Map<string, Step[]>();
  private server: Server | undefined;
  private port = 0;

  constructor(readonly world: World) {}

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  calls(operation: string): RecordedRequest[] {
    return this.requests.filter((request) => request.operation === operation);
  }

  comments(pull: number): readonly Comment[] {
    return this.world.comments.filter((comment) => comment.issue === pull);
  }

  script(operation: string, steps: Step[]): void {
    const known = ["*", "graphql", ...Object.keys(handlers)];
    if (!known.includes(operation)) throw new Error(`the fake GitHub API knows no operation ${operation}`);
    this.scripts.set(operation, [...(this.scripts.get(operation) ?? []), ...steps]);
  }

  takeViolations(): string[] {
    return this.violations.splice(0);
  }

  async up(): Promise<void> {
    const server = createServer((request, response) => {
      this.serve(request, response).catch((error: unknown) => {
        this.violations.push(`the fake broke down: ${error instanceof Error ? error.stack : String(error)}`);
        response.destroy();
      });
    });
    await new Promise<void>((resolve, reject) => server.once("error", reject).listen(this.port, "127.0.0.1", resolve));
    this.port = (server.address() as AddressInfo).port;
    this.server = server;
  }

  async down(): Promise<void> {
    const server = this.server;
    if (!server) return;
    this.server = undefined;
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  }

  async close(): Promise<void> {
    await this.down();
    const violations = this.takeViolations();
    if (violations.length > 0) throw new Error(`requests or answers outside GitHub's description:\n${violations.join("\n")}`);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", this.url);
    const record: RecordedRequest = {
      operation: null,
      method: request.method ?? "",
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      headers: request.headers,
      body: parseBody(await text(request)),
      status: 0,
    };
    this.requests.push(record);
    const outcome = this.answer(record, url);
    if (outcome === "reset") {
      response.destroy();
      return;
    }
    record.status = outcome.status;
    send(response, outcome);
  }

  private answer(record: RecordedRequest, url: URL): Reply | "reset" {
    if (record.method === "GET" && record.path.startsWith("/storage/")) {
      record.operation = "storage";
      const artifact = this.world.artifacts.find(({ id }) => storagePath(id) === record.path);
      return artifact ? { status: 200, body: artifact.archive, mediaType: "application/zip" } : notFound();
    }
    if (record.method === "POST" && record.path === "/graphql") {
      record.operation = "graphql";
      const reply = this.refuse(record) ?? this.scripted("graphql");
      if (reply !== "pass") return reply;
      const answered = answerGraphql(this.world, record.body);
      return typeof answered === "string" ? this.violation(record, [answered]) : answered;
    }
    const match = loadDescription().match(record.method, record.path);
    if (!match) return this.violation(record, ["the description has no such operation, or the fake does not implement it"]);
    const { operation } = match;
    record.operation = operation.id;
    const parameters: Record<string, unknown> = { ...match.path, ...record.query };
    const wrong = [...operation.checkParameters(parameters), ...operation.checkBody(record.body)];
    if (wrong.length > 0) return this.violation(record, wrong);

    const outcome = this.refuse(record) ?? this.scripted(operation.id);
    if (outcome === "reset") return outcome;
    const reply = outcome === "pass" ? this.handle(operation, parameters, record, url) : outcome;
    return this.checked(operation, record, reply);
  }

  /** Authentication: a request with no token or with another token than the world's never reaches a handler. */
  private refuse(record: RecordedRequest): Reply | undefined {
    const authorization = record.headers.authorization;
    if (authorization === undefined) return requiresAuthentication();
    const [, given] = /^(?:token|bearer) (.+)$/i.exec(authorization) ?? [];
    return given === this.world.token.value ? undefined : badCredentials();
  }

  private scripted(operation: string): Outcome {
    for (const key of [operation, "*"]) {
      const step = this.scripts.get(key)?.shift();
      if (step !== undefined) return (typeof step === "function" ? step(this.world) : step) ?? "pass";
    }
    return "pass";
  }

  private handle(operation: Operation, parameters: Record<string, unknown>, record: RecordedRequest, url: URL): Reply {
    const handler = handlers[operation.id];
    if (!handler) return this.violation(record, [`the fake does not implement ${operation.id}`]);
    const { owner, repo } = parameters;
    if (owner !== undefined && `${owner}/${repo}`.toLowerCase() !== this.world.repository.fullName.toLowerCase()) return notFound();
    if (!isPermitted(this.world, handler.needs)) return notAccessible();
    const call: Call = { world: this.world, api: this.url, parameters, body: record.body, accept: record.headers.accept ?? "" };
    const result = handler.handle(call);
    return "page" in result ? paginate(result.page, parameters, url, result.wrap) : result;
  }

  private checked(operation: Operation, record: RecordedRequest, reply: Reply): Reply {
    if (reply.body instanceof Uint8Array || reply.status === 501) return reply;
    const wrong = operation.checkResponse(reply.status, reply.mediaType ?? "application/json", reply.body);
    return wrong.length > 0 ? this.violation(record, wrong) : reply;
  }

  private violation(record: RecordedRequest, wrong: string[]): Reply {
    const what = `${record.method} ${record.path} ${JSON.stringify(record.query)} (${record.operation ?? "no operation"})`;
    this.violations.push(...wrong.map((problem) => `${what}: ${problem}`));
    return { status: 501, body: { message: `outside GitHub's description: ${wrong.join("; ")}` } };
  }
}

function parseBody(raw: string): unknown {
  if (raw === "") return undefined;
  try {
    return JSON.parse(raw);
  } catch {
    return raw;
  }
}

/** Cuts one page out and links the others, by `per_page` (30, at most 100) and `page`. */
function paginate(
  items: object[],
  parameters: Record<string, unknown>,
  url: URL,
  wrap: (items: object[], total: number) => unknown = (page) => page,
): Reply {
  const size = Math.min(Math.max(Number(parameters.per_page ?? 30), 1), 100);
  const page = Math.max(Number(parameters.page ?? 1), 1);
  const last = Math.max(Math.ceil(items.length / size), 1);
  const link = (rel: string, target: number) => {
    const to = new URL(url);
    to.searchParams.set("page", String(target));
    return `<${to.href}>; rel="${rel}"`;
  };
  const before = page > 1 ? [link("prev", page - 1)] : [];
  const after = page < last ? [link("next", page + 1), link("last", last)] : [];
  const links = [...before, ...after, ...(page > 1 ? [link("first", 1)] : [])];
  const body = wrap(items.slice((page - 1) * size, page * size), items.length);
  return { status: 200, body, ...(links.length > 0 ? { headers: { link: links.join(", ") } } : {}) };
}

function send(response: ServerResponse, reply: Reply): void {
  const isBytes = reply.body instanceof Uint8Array;
  response.writeHead(reply.status, {
    ...(reply.body === undefined ? {} : { "content-type": `${reply.mediaType ?? "application/json"}${isBytes ? "" : "; charset=utf-8"}` }),
    "x-github-media-type": "github.v3; format=json",
    "x-ratelimit-limit": "1000",
    "x-ratelimit-remaining": "999",
    "x-ratelimit-reset": "1798761600",
    ...reply.headers,
  });
  response.end(isBytes ? reply.body : reply.body === undefined ? undefined : JSON.stringify(reply.body));
}
