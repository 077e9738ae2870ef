/** A base commit in git's object store (spec 40 §12.3): `ls-tree` once, then `cat-file --batch` for what is read. */
import path from "node:path";
import { GaitError } from "../format/errors.js";
import type { BaseTree } from "./base-tree.js";
import { commitHash, fetchCommit, type Git, gitOutput, hasCommit, runGit } from "./git.js";

interface TreeEntry {
  readonly mode: string;
  readonly type: string;
  readonly oid: string;
}

const SYMLINK = "120000";
const MAX_LINKS = 16;

/**
 * The files of a commit that is in the object store. Reads of the same moment share one process. Symbolic links are followed inside
 * the tree; one that leads out of it leads nowhere.
 */
export function gitTree(git: Git, sha: string): BaseTree {
  const commit = commitHash(sha);
  const readBlob = batched((oids) => readBlobs(git, oids));
  let entries: Promise<ReadonlyMap<string, TreeEntry>> | undefined;
  const all = () => {
    entries ??= listTree(git, commit);
    return entries;
  };

  /** The entry that a path leads to. */
  async function follow(name: string): Promise<TreeEntry | undefined> {
    const tree = await all();
    let parts = partsOf(name);
    for (let links = 0; parts && links <= MAX_LINKS; links++) {
      const known = parts;
      const at = known.findIndex((_, n) => tree.get(known.slice(0, n + 1).join("/"))?.mode === SYMLINK);
      if (at < 0) return tree.get(known.join("/"));
      const target = Buffer.from(await readBlob(tree.get(known.slice(0, at + 1).join("/"))!.oid)).toString("utf8");
      parts = path.posix.isAbsolute(target) ? undefined : partsOf([...known.slice(0, at), target, ...known.slice(at + 1)].join("/"));
    }
    return undefined;
  }

  return {
    sha: commit,
    async read(name) {
      const entry = await follow(name);
      return entry?.type === "blob" ? readBlob(entry.oid) : undefined;
    },
    async list(folder) {
      const parts = partsOf(folder);
      const names = [...(await all())].filter(([, { type }]) => type === "blob").map(([name]) => name);
      if (!parts) return [];
      return parts.length === 0 ? names : names.filter((name) => name.startsWith(`${parts.join("/")}/`));
    },
    async differs(name) {
      const parts = partsOf(name);
      if (!parts) return true;
      const flags = ["--quiet", "--no-ext-diff", "--no-textconv", "--no-renames", "--ignore-submodules=none"];
      // From the root of the tree, whatever folder git runs in.
      const where = parts.length === 0 ? [] : ["--", `:(top,literal)${parts.join("/")}`];
      const { status, stderr } = await runGit(git, ["diff", ...flags, "--end-of-options", commit, ...where]);
      if (status === 0 || status === 1) return status === 1;
      throw new GaitError("io_failure", `git diff: ${stderr}`, { code: "git_failed" });
    },
  };
}

/** Names from the root down, or undefined for a path that leaves it. */
function partsOf(name: string): string[] | undefined {
  const clean = path.posix.normalize(name).replace(/\/+$/, "");
  if (clean === "." || clean === "") return [];
  const parts = clean.split("/");
  return parts[0] === ".." || parts[0] === "" ? undefined : parts;
}

/** `<mode> <type> <oid>\t<path>\0`, see git-ls-tree(1). */
async function listTree(git: Git, commit: string): Promise<ReadonlyMap<string, TreeEntry>> {
  const output = await gitOutput(git, ["ls-tree", "-r", "-z", "--full-tree", "--end-of-options", commit]);
  const lines = Buffer.from(output)
    .toString("utf8")
    .split("\0")
    .filter((line) => line !== "");
  return new Map(
    lines.map((line) => {
      const tab = line.indexOf("\t");
      const [mode = "", type = "", oid = ""] = line.slice(0, tab).split(" ");
      return [line.slice(tab + 1), { mode, type, oid }];
    }),
  );
}

const HEADER = /^([0-9a-f]+) blob (\d+)$/;

/** Contents of blobs in the order asked for: `<oid> blob <size>\n<content>\n` each, see git-cat-file(1). */
async function readBlobs(git: Git, oids: readonly string[]): Promise<Uint8Array[]> {
  const output = await gitOutput(git, ["cat-file", "--batch"], oids.map((oid) => `${oid}\n`).join(""));
  let at = 0;
  return oids.map((oid) => {
    const end = output.indexOf(0x0a, at);
    const header = HEADER.exec(Buffer.from(output.subarray(at, end)).toString("latin1"));
    if (header?.[1] !== oid) throw new GaitError("io_failure", `git cat-file: no content for ${oid}`, { code: "git_failed" });
    const start = end + 1;
    at = start + Number(header[2]) + 1;
    return output.subarray(start, at - 1);
  });
}

/** Blobs of one process: their contents are in memory together. */
const BATCH_SIZE = 64;

/** Collects what is asked for in the same moment and gets it at once. */
function batched(load: (keys: readonly string[]) => Promise<Uint8Array[]>): (key: string) => Promise<Uint8Array> {
  interface Waiting {
    readonly key: string;
    readonly resolve: (content: Uint8Array) => void;
    readonly reject: (error: unknown) => void;
  }
  const waiting: Waiting[] = [];
  let last: Promise<void> = Promise.resolve();
  const flush = async (): Promise<void> => {
    const batch = waiting.splice(0, BATCH_SIZE);
    if (batch.length === 0) return;
    try {
      const contents = await load(batch.map(({ key }) => key));
      for (const [at, { resolve }] of batch.entries()) resolve(contents[at]!);
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
    await flush();
  };
  return (key) =>
    new Promise((resolve, reject) => {
      waiting.push({ key, resolve, reject });
      // One process at a time; what is asked for while it runs is the next one's batch.
      if (waiting.length === 1) last = last.then(flush);
    });
}

export type OpenedBase = { readonly tree: BaseTree } | { readonly note: string };

/** A commit as a tree: from the object store, else fetched alone from `origin`; or the reason why there is none. */
export async function openBase(git: Git, sha: string): Promise<OpenedBase> {
  if (await hasCommit(git, sha)) return { tree: gitTree(git, sha) };
  const complaint = await fetchCommit(git, sha);
  if (complaint !== undefined) return { note: `commit ${sha} is not in this clone and cannot be fetched: ${complaint}` };
  return (await hasCommit(git, sha)) ? { tree: gitTree(git, sha) } : { note: `commit ${sha} was fetched without its files` };
}
