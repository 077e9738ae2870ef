/** The base commit read through the contents API: the last resort where git has no such commit and cannot fetch it (spec 40 §12.3). */
import type { BaseTree } from "../ci/base-tree.js";
import { GaitError } from "../format/errors.js";
import { type Api, isApiFailure } from "./api.js";
import { isSha } from "./event.js";

/** What one file of a repository may weigh here; GitHub itself refuses more. */
const MAX_FILE_BYTES = 100 * 1024 * 1024;
/** A listing of this length is cut off by GitHub without a word. */
const MAX_FOLDER_ENTRIES = 1_000;
/** A token has 1,000 requests an hour, and other steps need some. */
const MAX_FOLDERS = 200;

/** The commit's hash as GitHub knows it, or undefined where it knows none. @throws GaitError where the API cannot tell. */
export async function resolveCommit(api: Api, ref: string): Promise<string | undefined> {
  try {
    const { data } = await api.request("GET /repos/{owner}/{repo}/commits/{ref}", { ref });
    const sha = (data as { sha?: unknown }).sha;
    return typeof sha === "string" && isSha(sha) ? sha : undefined;
  } catch (error) {
    // 422 is GitHub's answer to a full hash that is no commit.
    if (isApiFailure(error, "api_not_found", "api_refused")) return undefined;
    throw error;
  }
}

/** The last commit that both have, as GitHub computes it. */
export async function findMergeBase(api: Api, base: string, head: string): Promise<string | undefined> {
  try {
    const { data } = await api.request("GET /repos/{owner}/{repo}/compare/{basehead}", { basehead: `${base}...${head}`, per_page: 1 });
    const sha = (data as { merge_base_commit?: { sha?: unknown } }).merge_base_commit?.sha;
    return typeof sha === "string" && isSha(sha) ? sha : undefined;
  } catch (error) {
    if (isApiFailure(error, "api_not_found", "api_refused")) return undefined;
    throw error;
  }
}

/** Opens a commit that `resolveCommit` found. */
export function openApiBaseTree(api: Api, sha: string): BaseTree {
  return {
    sha,
    async read(path) {
      const found = await getContents(api, sha, path);
      return found === undefined || isListing(found.type) ? undefined : found.bytes;
    },
    async list(folder) {
      const files: string[] = [];
      const queue = [folder === "." ? "" : folder];
      for (let seen = 0; queue.length > 0; seen++) {
        if (seen >= MAX_FOLDERS) throw unavailable(`more than ${MAX_FOLDERS} folders below ${folder}`);
        for (const { path, type } of await listFolder(api, sha, queue.shift()!)) {
          if (type === "dir") queue.push(path);
          else if (type === "file") files.push(path);
        }
      }
      return files.sort();
    },
  };
}

interface Entry {
  readonly path: string;
  readonly type: string;
}

async function listFolder(api: Api, sha: string, folder: string): Promise<Entry[]> {
  const found = await getContents(api, sha, folder);
  if (found === undefined || !isListing(found.type)) return [];
  const entries: unknown = JSON.parse(Buffer.from(found.bytes).toString("utf8"));
  if (!Array.isArray(entries)) throw unavailable(`the listing of ${folder} is no list`);
  if (entries.length >= MAX_FOLDER_ENTRIES) throw unavailable(`${folder} has too many entries to be listed`);
  return entries.map((entry: Entry) => ({ path: String(entry.path), type: String(entry.type) }));
}

/** The raw media type gives a file's bytes, and still JSON for a folder. */
async function getContents(api: Api, sha: string, path: string): Promise<{ type: string; bytes: Uint8Array } | undefined> {
  try {
    const { headers, data } = await api.request("GET /repos/{owner}/{repo}/contents/{+path}", {
      path: path.split("/").map(encodeURIComponent).join("/"),
      ref: sha,
      mediaType: { format: "raw" },
      // Octokit would decode what says charset=utf-8, and a zip says so, too.
      request: { parseSuccessResponseBody: false },
    });
    return { type: String(headers["content-type"] ?? ""), bytes: await readBounded(data as AsyncIterable<Uint8Array>, MAX_FILE_BYTES) };
  } catch (error) {
    if (isApiFailure(error, "api_not_found")) return undefined;
    throw error;
  }
}

const isListing = (type: string): boolean => /^application\/json\b/.test(type);

/** The bytes of a body, at most `limit` of them. @throws GaitError */
export async function readBounded(body: AsyncIterable<Uint8Array>, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > limit) throw new GaitError("invalid_input", `a download is larger than ${limit} bytes`, { code: "download_too_large" });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const unavailable = (why: string): GaitError => new GaitError("network_permanent", `GitHub API: ${why}`, { code: "api_unavailable" });
