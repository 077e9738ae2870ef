/** Archives for the zip tests: made by hand where the writer would never make them. */
import { crc32, deflateRawSync } from "node:zlib";
import { GaitError } from "../../src/format/errors.js";

export interface Part {
  readonly name: string | Uint8Array;
  readonly data?: Uint8Array | string;
  /** What stands in the archive instead of the Deflate stream of `data`. */
  readonly raw?: Uint8Array;
  readonly method?: number;
  readonly flags?: number;
  readonly crc32?: number;
  readonly size?: number;
  readonly compressedSize?: number;
  readonly host?: number;
  readonly attributes?: number;
  readonly extra?: Uint8Array;
  /** Where the central header says that the local one is. */
  readonly offset?: number;
  readonly localSignature?: number;
  /** What follows the data. */
  readonly descriptor?: Uint8Array;
}

export interface EndParts {
  readonly count?: number;
  readonly size?: number;
  readonly offset?: number;
  readonly comment?: string;
  /** Written between the directory and the end record, given where it begins and what the end record would say. */
  readonly before?: (at: number, end: { count: number; size: number; offset: number }) => Uint8Array;
}

/** Little-endian fields: the letter tells the width (b 8, h 16, w 32, q 64 bits). */
export function fields(layout: string, ...values: number[]): Buffer {
  const parts = [...layout].map((letter, i) => {
    const bytes = Buffer.alloc({ b: 1, h: 2, w: 4, q: 8 }[letter]!);
    if (letter === "q") bytes.writeBigUInt64LE(BigInt(values[i]!));
    else bytes.writeUIntLE(values[i]!, 0, bytes.length);
    return bytes;
  });
  return Buffer.concat(parts);
}

/** An archive of exactly these parts; every field that is not given is right. */
export function craft(parts: readonly Part[], end: EndParts = {}): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let at = 0;
  for (const part of parts) {
    const name = Buffer.from(part.name as string);
    const data = Buffer.from((part.data ?? "") as string);
    const method = part.method ?? 8;
    const raw = part.raw ?? (method === 8 ? deflateRawSync(data) : data);
    const flags = part.flags ?? 0;
    const sums = [part.crc32 ?? crc32(data), part.compressedSize ?? raw.length, part.size ?? data.length] as const;
    const extra = part.extra ?? Buffer.alloc(0);
    const header = fields("whhhhhwwwhh", part.localSignature ?? 0x04034b50, 20, flags, method, 0, 0x21, ...sums, name.length, 0);
    const local = Buffer.concat([header, name, raw, part.descriptor ?? Buffer.alloc(0)]);
    const start = [0x02014b50, 20 | ((part.host ?? 3) << 8), 20, flags, method, 0, 0x21, ...sums, name.length, extra.length];
    const rest = [0, 0, 0, part.attributes ?? 0o100644 * 0x10000, part.offset ?? at];
    centrals.push(fields("whhhhhhwwwhhhhhww", ...start, ...rest), name, Buffer.from(extra));
    locals.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(centrals);
  const truth = { count: parts.length, size: directory.length, offset: at };
  const { count, size, offset } = { ...truth, ...end };
  const comment = Buffer.from(end.comment ?? "");
  const before = end.before?.(at + directory.length, truth) ?? Buffer.alloc(0);
  const record = fields("whhhhwwh", 0x06054b50, 0, 0, count & 0xffff, count & 0xffff, size, offset, comment.length);
  return Buffer.concat([...locals, directory, before, record, comment]);
}

/** The error that `action` is refused with; any other exception, and none at all, fails the test. */
export async function refusal(action: () => unknown): Promise<GaitError> {
  try {
    await action();
  } catch (error) {
    if (error instanceof GaitError) return error;
    throw new Error("not a GaitError", { cause: error });
  }
  throw new Error("nothing was refused");
}

/** Code and message in one line, so that a table row shows both. */
export const saysOf = async (action: () => unknown): Promise<string> => {
  const { code, message } = await refusal(action);
  return `${code}: ${message}`;
};
