// Answers that are not the happy path, worded as the real API words them, and the scripts by which a test asks for them.
import type { World } from "./world.js";

/** An HTTP answer before it is written: `body` is sent as JSON, or as it is when it is bytes. */
export interface Reply {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
  mediaType?: string;
}

/** What a script lets happen to one request: an answer, a connection cut without any, or the normal handling. */
export type Outcome = Reply | "reset" | "pass";

/** One step of a script. A function may change the world first ("meanwhile someone pushed"); returning nothing means "pass". */
export type Step = Outcome | ((world: World) => Outcome | undefined);

const documentation = "https://docs.github.com/rest";

function failure(status: number, message: string, more: { errors?: object[]; headers?: Record<string, string> } = {}): Reply {
  const { errors, headers } = more;
  const body = { message, ...(errors ? { errors } : {}), documentation_url: documentation, status: String(status) };
  return { status, body, ...(headers ? { headers } : {}) };
}

export const badCredentials = (): Reply => failure(401, "Bad credentials");

export const requiresAuthentication = (): Reply => failure(401, "Requires authentication");

/** What a read-only token gets, as every GITHUB_TOKEN of a pull request from a fork is. */
export const notAccessible = (): Reply => failure(403, "Resource not accessible by integration");

export const notFound = (): Reply => failure(404, "Not Found");

export const noCommit = (ref: string): Reply => failure(422, `No commit found for SHA: ${ref}`);

export const bodyTooLong = (): Reply =>
  failure(422, "Validation Failed", {
    errors: [{ resource: "IssueComment", code: "unprocessable", field: "data", message: "Body is too long (maximum is 65536 characters)" }],
  });

export const bodyMissing = (): Reply =>
  failure(422, "Validation Failed", { errors: [{ resource: "IssueComment", code: "missing_field", field: "body" }] });

/** The limit on content-creating requests; GitHub answers either status and says in seconds when to come back. */
export const secondaryRateLimit = (options: { status?: 403 | 429; retryAfter?: number } = {}): Reply =>
  failure(options.status ?? 403, "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.", {
    headers: { "retry-after": String(options.retryAfter ?? 60) },
  });

/** The hourly limit: no retry-after, but a reset time (seconds since 1970). */
export const primaryRateLimit = (options: { reset: number }): Reply =>
  failure(403, "API rate limit exceeded for installation.", {
    headers: { "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(options.reset) },
  });

export const serverError = (status: 500 | 502 | 503 | 504 = 502): Reply => failure(status, "Server Error");

/** The same step `count` times. */
export const times = (count: number, step: Step): Step[] => Array.from({ length: count }, () => step);
