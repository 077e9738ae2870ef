// Where scripts/install-tools.mjs put the programs that tests start. A test that needs one never skips: it fails and says how to get it.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../..");

/** The repository's own folder. */
export const repositoryRoot = root;

export type ToolName = "act" | "actionlint" | "chromium" | "node24" | "postgres";

/** The absolute path of a tool's program. Throws with the command that installs it when it is not there. */
export function tool(name: ToolName): string {
  const manifest = path.join(path.resolve(process.env.GAIT_TOOLS_DIR || path.join(root, ".cache", "tools")), "tools.json");
  const installed = existsSync(manifest) ? (JSON.parse(readFileSync(manifest, "utf8")) as Record<string, { path: string }>) : {};
  const program = installed[name]?.path;
  if (program === undefined || !existsSync(program)) {
    throw new Error(`${name} is not installed: run \`node scripts/install-tools.mjs ${name}\``);
  }
  return program;
}
