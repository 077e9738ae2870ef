/** The artifact that a command reads: `--from X` or the only positional (spec 10 §8). */
import { invalidInput } from "../format/errors.js";
import { isBlank, trim } from "../format/text.js";
import type { Arguments, Flag } from "./command.js";

export const FROM_FLAG: Flag = { name: "from", kind: "string", value: "run_id|path", help: "The runpack to read; may also stand alone." };

/** @throws GaitError invalid_input with the text `missing` where there is not exactly one source. */
export function sourceArgument(args: Arguments, missing: string): string {
  const from = args.string("from");
  if (!isBlank(from)) {
    if (args.positionals.length > 0) throw invalidInput("unexpected positional arguments");
    return trim(from);
  }
  const [only, ...others] = args.positionals;
  if (only === undefined || others.length > 0) throw invalidInput(missing);
  return only;
}
