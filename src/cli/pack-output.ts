/** What the commands of `gait pack` have in common: their JSON's head and the argument that names the pack. */
import { invalidInput } from "../format/errors.js";
import type { Json, JsonObject } from "../format/json.js";
import { trim } from "../format/text.js";
import { type Arguments, type Flag, omitEmptyFields } from "./command.js";

export type PackOperation = "build" | "verify" | "inspect" | "diff" | "export";

/** `gait.pack.output` 1.0.0; empty fields are left out. */
export const packOutput = (operation: PackOperation, fields: Readonly<Record<string, Json | undefined>>): JsonObject => ({
  schema_id: "gait.pack.output",
  schema_version: "1.0.0",
  operation,
  ...omitEmptyFields(fields),
});

/** The head that failures have too. */
export const packFailure = (operation: PackOperation) => (): JsonObject => packOutput(operation, {});

export const PATH_FLAG: Flag = { name: "path", kind: "string", value: "pack.zip", help: "The pack; the first argument does as well." };

/** The pack that the line names. @throws GaitError invalid_input. */
export function packPath(args: Arguments): string {
  const path = trim(args.string("path")) || trim(args.positionals[0] ?? "");
  if (path === "") throw invalidInput("expected <pack.zip>", { hint: "Name the pack: gait pack verify pack.zip" });
  return path;
}
