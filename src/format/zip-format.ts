/** Facts of the zip format that writer and reader share (APPNOTE.TXT §4.3, spec 10 §3). */
import { compareBytes, trim } from "./text.js";

export const SIGNATURE = {
  localHeader: 0x0403_4b50,
  centralHeader: 0x0201_4b50,
  descriptor: 0x0807_4b50,
  end: 0x0605_4b50,
  zip64End: 0x0606_4b50,
  zip64Locator: 0x0706_4b50,
} as const;

/** Lengths in bytes of the records without their variable parts. */
export const LENGTH = { localHeader: 30, centralHeader: 46, descriptor: 16, end: 22, zip64End: 56, zip64Locator: 20 } as const;

export const STORED = 0;
export const DEFLATED = 8;

export const FLAG_DESCRIPTOR = 0x0008;
export const FLAG_UTF8 = 0x0800;

export const HOST_UNIX = 3;
export const ZIP64_EXTRA = 0x0001;

/** What a field holds when the value is in the zip64 records instead. */
export const MAX_U16 = 0xffff;
export const MAX_U32 = 0xffff_ffff;

/** The mode that an entry is written with: any execute bit makes it 0755. */
export const posixMode = (mode: number): 0o644 | 0o755 => ((mode & 0o111) === 0 ? 0o644 : 0o755);

/** Names that occur more than once, sorted: compared trimmed, blank ones skipped (spec 10 §3.3, "Duplicates first"). */
export function duplicateNames(names: Iterable<string>): string[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const name of names) {
    const key = trim(name);
    if (key === "") continue;
    if (seen.has(key)) twice.add(key);
    seen.add(key);
  }
  return [...twice].sort(compareBytes);
}

/** In bytes: no entry of ours holds more, for no reader takes more (spec 10 §3.3). */
export const MAX_ENTRY_SIZE = 104_857_600;
