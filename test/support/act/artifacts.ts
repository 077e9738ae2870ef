// A FAKE of the service to which a runner's @actions/artifact uploads: the Twirp calls of ArtifactService (actions/toolkit,
// packages/artifact) and the block-blob storage behind its signed addresses. act has one of its own, but that of v0.2.89 refuses
// what @actions/artifact 6 sends (`mime_type`), takes a second artifact of one name, and mixes up the blocks of big ones.
import { createHash, randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

export interface ArtifactService {
  /** The variables by which a runner tells actions where the service is. */
  env: Record<"ACTIONS_RESULTS_URL" | "ACTIONS_RUNTIME_URL" | "ACTIONS_RUNTIME_TOKEN", string>;
  /** Finished uploads by name. */
  archives(): Record<string, Buffer>;
  close(): Promise<void>;
}

/** How every upload is refused. A status of 403 ends it at once; @actions/artifact retries 5xx for half a minute. */
export interface ArtifactFailure {
  status: number;
  message: string;
}

interface Upload {
  id: number;
  name: string;
  secret: string;
  blocks: Map<string, Buffer>;
  archive: Buffer | undefined;
  isFinal: boolean;
}

type Answer = { status: number; json?: object; bytes?: Buffer };

const twirp = "/twirp/github.actions.results.api.v1.ArtifactService/";

/** Starts the service for one workflow run on a free port of 127.0.0.1. */
export async function startArtifactService(runId: number, failure?: ArtifactFailure): Promise<ArtifactService> {
  const uploads: Upload[] = [];
  const token = runtimeToken(runId);
  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => send(response, refuse(500, "internal", String(error))));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request);
    const { pathname, searchParams } = new URL(request.url ?? "/", url);
    if (!pathname.startsWith(twirp)) return send(response, storage(request.method ?? "", pathname, searchParams, body));
    if (request.headers.authorization !== `Bearer ${token}`) return send(response, refuse(401, "unauthenticated", "bad token"));
    send(response, call(pathname.slice(twirp.length), JSON.parse(body.toString()) as Record<string, string>));
  }

  function call(method: string, input: Record<string, string>): Answer {
    if (input.workflow_run_backend_id !== String(runId)) return refuse(404, "not_found", "unknown workflow run");
    const upload = uploads.find(({ name }) => name === input.name);
    switch (method) {
      case "CreateArtifact": {
        if (failure) return refuse(failure.status, "permission_denied", failure.message);
        if (upload) return refuse(409, "already_exists", "an artifact with this name already exists on the workflow run");
        const name = input.name ?? "";
        const created = {
          id: 5000 + uploads.length,
          name,
          secret: randomBytes(8).toString("hex"),
          blocks: new Map(),
          archive: undefined,
          isFinal: false,
        };
        uploads.push(created);
        return { status: 200, json: { ok: true, signed_upload_url: address(created) } };
      }
      case "FinalizeArtifact": {
        if (!upload?.archive) return refuse(404, "not_found", "nothing was uploaded");
        const isWhole = input.size === String(upload.archive.length) && input.hash === digest(upload.archive);
        if (!isWhole) return refuse(400, "invalid_argument", "size or hash do not match what was uploaded");
        upload.isFinal = true;
        return { status: 200, json: { ok: true, artifact_id: String(upload.id) } };
      }
      case "ListArtifacts": {
        const { name_filter: name, id_filter: id } = input;
        const listed = uploads.filter(
          (each) => each.isFinal && (name ?? each.name) === each.name && (id ?? String(each.id)) === String(each.id),
        );
        return { status: 200, json: { artifacts: listed.map((each) => describe(each, input)) } };
      }
      case "GetSignedArtifactURL":
        return upload?.isFinal ? { status: 200, json: { signed_url: address(upload) } } : refuse(404, "not_found", "no such artifact");
      case "DeleteArtifact":
        if (!upload) return refuse(404, "not_found", "no such artifact");
        uploads.splice(uploads.indexOf(upload), 1);
        return { status: 200, json: { ok: true, artifact_id: String(upload.id) } };
      default:
        return refuse(404, "bad_route", `no method ${method}`);
    }
  }

  /** The storage: blocks arrive in any order, a list names those that make the blob, and a GET has it back. */
  function storage(method: string, pathname: string, query: URLSearchParams, body: Buffer): Answer {
    const upload = uploads.find(({ id, secret }) => pathname === `/storage/${id}.zip` && query.get("sig") === secret);
    if (!upload) return { status: 403 };
    const part = `${method} ${query.get("comp") ?? ""}`.trim();
    if (part === "GET") return { status: 200, ...(upload.archive ? { bytes: upload.archive } : {}) };
    if (part === "PUT block") upload.blocks.set(query.get("blockid") ?? "", body);
    else if (part === "PUT blocklist") {
      const ids = [...body.toString().matchAll(/<Latest>([^<]*)<\/Latest>/g)].map(([, id = ""]) => id);
      upload.archive = Buffer.concat(ids.map((id) => upload.blocks.get(id) ?? Buffer.alloc(0)));
    } else return { status: 400 };
    return { status: 201 };
  }

  const address = ({ id, secret }: Upload) => `${url}storage/${id}.zip?sig=${secret}`;
  return {
    env: { ACTIONS_RESULTS_URL: url, ACTIONS_RUNTIME_URL: url, ACTIONS_RUNTIME_TOKEN: token },
    archives: () => Object.fromEntries(uploads.flatMap(({ name, archive, isFinal }) => (archive && isFinal ? [[name, archive]] : []))),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function describe(upload: Upload, { workflow_run_backend_id: run, workflow_job_run_backend_id: job }: Record<string, string>): object {
  const archive = upload.archive ?? Buffer.alloc(0);
  const ids = { workflow_run_backend_id: run, workflow_job_run_backend_id: job, database_id: String(upload.id) };
  return { ...ids, name: upload.name, size: String(archive.length), created_at: "2026-01-01T00:00:00Z", digest: digest(archive) };
}

function digest(bytes: Buffer): string {
  return `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
}

/** A JSON web token as far as @actions/artifact reads it: the claim `scp` names the run and the job. */
function runtimeToken(runId: number): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  return `${part({ alg: "none" })}.${part({ scp: `Actions.Results:${runId}:1` })}.none`;
}

/** A Twirp error. */
function refuse(status: number, code: string, message: string): Answer {
  return { status, json: { code, msg: message } };
}

function send(response: ServerResponse, { status, json, bytes }: Answer): void {
  const type = bytes ? "application/zip" : "application/json";
  response.writeHead(status, json || bytes ? { "content-type": type } : {}).end(bytes ?? (json ? JSON.stringify(json) : undefined));
}
