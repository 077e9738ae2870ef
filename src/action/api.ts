/**
 * The GitHub API, as far as reporting needs it: bounded retries, then one typed error, then silence. Nothing here ever decides a
 * verdict (spec 40 §12.1).
 */
import { GaitError, messageOf } from "../format/errors.js";

/** Why a request had no result. `forbidden` and `unavailable` make the reporter degrade. */
export type ApiFailure = "api_forbidden" | "api_unavailable" | "api_not_found" | "api_refused";

const FAILURES: readonly ApiFailure[] = ["api_forbidden", "api_unavailable", "api_not_found", "api_refused"];

/** Whether it is one of the named failures, or any where none is named. */
export const isApiFailure = (error: unknown, ...codes: readonly ApiFailure[]): error is GaitError =>
  error instanceof GaitError && ((codes.length > 0 ? codes : FAILURES) as readonly string[]).includes(error.code);

export interface ApiResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | number | undefined>>;
  readonly data: unknown;
}

type Parameters = Readonly<Record<string, unknown>>;

/** What is used of Octokit. A route is `GET /repos/{owner}/{repo}/…`. */
export interface Transport {
  request(route: string, parameters: Parameters): Promise<ApiResponse>;
  graphql(query: string, variables: Parameters): Promise<unknown>;
}

export interface ApiOptions {
  readonly transport: Transport;
  /** `owner/name`. */
  readonly repository: string;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** Milliseconds since 1970, for `x-ratelimit-reset`. */
  readonly now: () => number;
  /** Told before every wait. */
  readonly onWait: (milliseconds: number, why: string) => void;
}

const REQUEST_TIMEOUT_MS = 15_000;
const MAX_ATTEMPTS = 4;
/** What all waiting of one run may add up to: GitHub's usual `retry-after` is a minute. */
const MAX_WAITING_MS = 100_000;

export class Api {
  private waited = 0;
  private outage: GaitError | undefined;
  private readonly owner: string;
  private readonly repo: string;

  constructor(private readonly options: ApiOptions) {
    [this.owner = "", this.repo = ""] = options.repository.split("/");
  }

  /** @throws GaitError with an ApiFailure as code. */
  async request(route: string, parameters: Parameters = {}): Promise<ApiResponse> {
    const { owner, repo } = this;
    return this.attempt(route, () =>
      this.options.transport.request(route, { owner, repo, ...parameters, request: { ...timeLimit(), ...(parameters.request ?? {}) } }),
    );
  }

  /** All pages of a list. */
  async list(route: string, parameters: Parameters = {}, read: (data: unknown) => readonly unknown[] = asList): Promise<unknown[]> {
    const all: unknown[] = [];
    for (let page = 1; page <= MAX_PAGES; page++) {
      const { data } = await this.request(route, { ...parameters, per_page: PAGE, page });
      const items = read(data);
      all.push(...items);
      if (items.length < PAGE) return all;
    }
    return all;
  }

  async graphql(query: string, variables: Parameters = {}): Promise<unknown> {
    return this.attempt("graphql", () => this.options.transport.graphql(query, { ...variables, request: timeLimit() }));
  }

  private async attempt<T>(what: string, send: () => Promise<T>): Promise<T> {
    // One outage is enough: what follows would only wait again.
    if (this.outage) throw this.outage;
    for (let attempt = 1; ; attempt++) {
      try {
        return await send();
      } catch (error) {
        const failure = failureOf(error, this.options.now());
        const wait = failure.waitMs ?? 1000 * 2 ** (attempt - 1);
        if (failure.code !== "api_unavailable") throw this.error(what, failure);
        if (attempt >= MAX_ATTEMPTS || this.waited + wait > MAX_WAITING_MS) {
          this.outage = this.error(what, failure);
          throw this.outage;
        }
        this.waited += wait;
        this.options.onWait(wait, failure.message);
        await this.options.sleep(wait);
      }
    }
  }

  private error(what: string, { code, message }: Failure): GaitError {
    const category = code === "api_unavailable" ? "network_transient" : "network_permanent";
    return new GaitError(category, `GitHub API, ${what}: ${message}`, { code });
  }
}

const PAGE = 100;
/** 5,000 comments; a conversation longer than that gets a second comment of ours at worst. */
const MAX_PAGES = 50;

const asList = (data: unknown): readonly unknown[] => (Array.isArray(data) ? data : []);
const timeLimit = () => ({ signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS) });

interface Failure {
  readonly code: ApiFailure;
  readonly message: string;
  /** How long the server asks to wait. */
  readonly waitMs?: number | undefined;
}

/** Reads an Octokit error: HTTP errors carry `status` and `response`, GraphQL errors a list of `errors`. */
function failureOf(error: unknown, now: number): Failure {
  const { status, response, errors } = error as {
    status?: number;
    response?: { headers?: Record<string, string | undefined> };
    errors?: { type?: string }[];
  };
  const message = messageOf(error).split("\n", 1)[0]!.slice(0, 300);
  if (Array.isArray(errors)) {
    return { code: errors.some(({ type }) => type === "FORBIDDEN") ? "api_forbidden" : "api_refused", message };
  }
  const headers = response?.headers ?? {};
  if (status === 429 || (status === 403 && isRateLimit(headers, message))) {
    return { code: "api_unavailable", message, waitMs: askedWait(headers, now) };
  }
  if (status === 401 || status === 403) return { code: "api_forbidden", message };
  if (status === 404) return { code: "api_not_found", message };
  // A connection that failed or timed out has no response.
  if (response === undefined || status === undefined || status >= 500) return { code: "api_unavailable", message };
  return { code: "api_refused", message };
}

/** Limits are answered with 403, too: with `retry-after`, or with nothing remaining. */
const isRateLimit = (headers: Readonly<Record<string, string | undefined>>, message: string): boolean =>
  headers["retry-after"] !== undefined || headers["x-ratelimit-remaining"] === "0" || /secondary rate limit/i.test(message);

function askedWait(headers: Readonly<Record<string, string | undefined>>, now: number): number | undefined {
  const seconds = Number(headers["retry-after"]);
  if (headers["retry-after"] !== undefined && Number.isFinite(seconds)) return Math.max(0, seconds) * 1000;
  const reset = Number(headers["x-ratelimit-reset"]);
  if (headers["x-ratelimit-remaining"] === "0" && Number.isFinite(reset)) return Math.max(0, reset * 1000 - now);
  return undefined;
}

/** Octokit as the runner's proxy settings and API address want it; loaded only when there is something to ask. */
export async function octokitTransport(token: string): Promise<Transport> {
  const { getOctokit } = await import("@actions/github");
  const octokit = getOctokit(token);
  return {
    request: (route, parameters) => octokit.request(route, parameters) as Promise<ApiResponse>,
    graphql: (query, variables) => octokit.graphql(query, variables),
  };
}
