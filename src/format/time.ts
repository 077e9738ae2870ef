/**
 * RFC 3339 times with nanoseconds, kept as text.
 *
 * A `Time` is always in the written form of spec 10 §0.4: up to nine fraction digits without trailing zeros, `Z` for offset
 * zero, any other offset kept. A JavaScript `Date` would lose the nanoseconds and the offset.
 */
import { invalidInput } from "./errors.js";

/** RFC 3339 text in written form, e.g. `2026-01-02T03:04:05.12Z`. */
export type Time = string;

/** What an absent time reads as: year 1. */
export const ZERO_TIME: Time = "0001-01-01T00:00:00Z";

/** The time of deterministic archives: 1980-01-01. */
export const EPOCH_1980: Time = "1980-01-01T00:00:00Z";

const RFC3339 = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:[.,](\d+))?(?:Z|([+-])(\d{2}):(\d{2}))$/;

interface Parts {
  /** Seconds since 1970-01-01T00:00:00Z, negative before. */
  readonly seconds: number;
  /** 0 to 999,999,999. */
  readonly nanos: number;
  readonly offsetMinutes: number;
}

/** Days since 1970-01-01 of a proleptic Gregorian date (H. Hinnant, "chrono-compatible low-level date algorithms"). */
function daysFromCivil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}

function civilFromDays(days: number): { year: number; month: number; day: number } {
  const z = days + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1 };
}

const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

function parts(text: string): Parts | undefined {
  const match = RFC3339.exec(text);
  if (!match) return undefined;
  const number = (index: number) => Number(match[index] ?? 0);
  const [year, month, day, hour, minute, second] = [1, 2, 3, 4, 5, 6].map(number) as [number, number, number, number, number, number];
  const [offsetHour, offsetMinute] = [number(9), number(10)];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  if (hour > 23 || minute > 59 || second > 59 || offsetHour > 23 || offsetMinute > 59) return undefined;
  const offsetMinutes = (match[8] === "-" ? -1 : 1) * (offsetHour * 60 + offsetMinute);
  const nanos = Number((match[7] ?? "").slice(0, 9).padEnd(9, "0"));
  const seconds = daysFromCivil(year, month, day) * 86400 + hour * 3600 + minute * 60 + second - offsetMinutes * 60;
  return { seconds, nanos, offsetMinutes };
}

const pad = (value: number, width: number): string => String(value).padStart(width, "0");

function format({ seconds, nanos, offsetMinutes }: Parts): Time {
  const local = seconds + offsetMinutes * 60;
  const days = Math.floor(local / 86400);
  const ofDay = local - days * 86400;
  const { year, month, day } = civilFromDays(days);
  if (year < 0 || year > 9999) throw invalidInput(`time out of range: year ${year}`);
  const clock = `${pad(Math.floor(ofDay / 3600), 2)}:${pad(Math.floor(ofDay / 60) % 60, 2)}:${pad(ofDay % 60, 2)}`;
  const fraction = nanos === 0 ? "" : `.${pad(nanos, 9).replace(/0+$/, "")}`;
  const away = Math.abs(offsetMinutes);
  const zone = offsetMinutes === 0 ? "Z" : `${offsetMinutes < 0 ? "-" : "+"}${pad(Math.floor(away / 60), 2)}:${pad(away % 60, 2)}`;
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}T${clock}${fraction}${zone}`;
}

/** Times that were read before: the records of a run mostly carry the same few. */
const known = new Map<string, Time>();
const MAX_KNOWN = 1_000;

/** Reads RFC 3339 text by the rules of spec 10 §0.4. @throws GaitError invalid_input when it is not such a time. */
export function parseTime(text: string): Time {
  const before = known.get(text);
  if (before !== undefined) return before;
  const read = parts(text);
  if (!read) throw invalidInput(`not an RFC 3339 time: ${JSON.stringify(text)}`);
  const time = format(read);
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(text, time);
  return time;
}

const partsOf = (time: Time): Parts => {
  const read = parts(time);
  if (!read) throw invalidInput(`not an RFC 3339 time: ${JSON.stringify(time)}`);
  return read;
};

/** The same instant with offset zero. */
export const toUtc = (time: Time): Time => (time.endsWith("Z") ? time : format({ ...partsOf(time), offsetMinutes: 0 }));

/** Whether it is the instant that an absent time reads as. */
export const isZeroTime = (time: Time): boolean => time === ZERO_TIME || (time.startsWith("000") && compareTimes(time, ZERO_TIME) === 0);

/** Order of instants, whatever their offsets. */
export function compareTimes(a: Time, b: Time): number {
  const [left, right] = [partsOf(a), partsOf(b)];
  return left.seconds - right.seconds || left.nanos - right.nanos;
}

/** Nanoseconds since 1970-01-01T00:00:00Z; beyond 2^53, hence a bigint. */
export function unixNanos(time: Time): bigint {
  const { seconds, nanos } = partsOf(time);
  return BigInt(seconds) * 1_000_000_000n + BigInt(nanos);
}

/** Seconds (with fraction) from `from` to `to`. */
export function secondsBetween(from: Time, to: Time): number {
  const [start, end] = [partsOf(from), partsOf(to)];
  return end.seconds - start.seconds + (end.nanos - start.nanos) / 1e9;
}

/** UTC, or `fallback` where the time is zero. */
export const utcOr = (time: Time, fallback: Time): Time => (isZeroTime(time) ? fallback : toUtc(time));

/** A `Date` as a Time, millisecond precision. */
export const fromDate = (date: Date): Time => parseTime(date.toISOString());
