import { invalidInput } from "../../format/errors.js";
import type { Host } from "../../format/host.js";
import { hasKeySource, type KeySources, loadSigningKey, type SigningKey } from "../../format/keys.js";
import { normalizeWord, trim } from "../../format/text.js";
import { buildPack, parsePackType } from "../../pack/build.js";
import type { Arguments, Command } from "../command.js";
import { packFailure, packOutput } from "../pack-output.js";

const KEY_MODES = ["none", "dev", "prod"];

function sourceOf(args: Arguments): string {
  const from = trim(args.string("from")) || trim(args.positionals[0] ?? "");
  if (from === "") {
    throw invalidInput("missing required --from <run_id|path>", {
      hint: "Name the runpack: gait pack build --from gait-out/runpack_run_1.zip",
    });
  }
  return from;
}

/** `none` signs too where a private key is named. */
function signingKey(host: Host, args: Arguments): SigningKey | undefined {
  const mode = normalizeWord(args.string("key-mode")) || "none";
  if (!KEY_MODES.includes(mode)) throw invalidInput(`unsupported --key-mode value ${JSON.stringify(mode)} (expected none, dev or prod)`);
  const sources: KeySources = { private: { path: args.string("private-key"), env: args.string("private-key-env") } };
  if (mode !== "none") return loadSigningKey(host, mode, sources);
  return hasKeySource(sources) ? loadSigningKey(host, "prod", sources) : undefined;
}

export const command: Command = {
  name: "pack build",
  summary: "Seal a run in a pack.",
  description:
    "Seal a recorded run in a pack: its runpack, a summary, the context it used and a hash chain over all of it, signed on demand.",
  usage: ["pack build [--type run] --from <run_id|runpack.zip|session_chain.json> [--out pack.zip] [--private-key key]"],
  flags: [
    {
      name: "type",
      kind: "string",
      value: "run|job|call|authorization",
      default: "run",
      choices: ["run", "job", "call", "authorization"],
      help: "What is packed; this version builds run packs.",
    },
    { name: "from", kind: "string", value: "source", help: "Run id, runpack or session chain; the first argument does as well." },
    { name: "out", kind: "string", value: "path", help: "Where the pack is written; default pack_<id>.zip beside the runpack." },
    { name: "job-root", kind: "string", value: "folder", default: "./gait-out/jobs", help: "Folder of jobs, for packs of jobs." },
    {
      name: "key-mode",
      kind: "string",
      value: "none|dev|prod",
      default: "none",
      choices: KEY_MODES,
      help: "dev signs with a key made for this one pack, prod demands a key; none signs where a key is named.",
    },
    { name: "private-key", kind: "string", value: "path", help: "File with the private key to sign with (base64 of 64 bytes, or PEM)." },
    { name: "private-key-env", kind: "string", value: "name", help: "Environment variable with the private key." },
  ],
  examples: [
    { line: "gait pack build --from run_demo", why: "A pack of the run, beside its runpack." },
    {
      line: "gait pack build --from run_demo --private-key gait.key --out evidence/run_demo.zip",
      why: "Signed, at a place of your choice.",
    },
  ],
  failureFields: packFailure("build"),
  run: async (args, { host }) => {
    const from = sourceOf(args);
    const signing = signingKey(host, args);
    const type = parsePackType(args.string("type"));
    const { path, manifest } = await buildPack(host, { type, from, out: args.string("out"), signingKey: signing?.key });
    const warnings = [...(signing?.warnings ?? [])];
    const { pack_id, pack_type, source_ref } = manifest;
    return {
      exitCode: 0,
      json: packOutput("build", { ok: true, path, pack_id, pack_type, source_ref, warnings }),
      text: [`pack build ok: ${path} (${pack_type})`, ...(warnings.length > 0 ? [`warnings: ${warnings.join("; ")}`] : [])],
    };
  },
};
