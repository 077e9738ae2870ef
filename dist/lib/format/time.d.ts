/** RFC 3339 text in written form, e.g. `2026-01-02T03:04:05.12Z`. */
export type Time = string;
/** What an absent time reads as: year 1. */
export declare const ZERO_TIME: Time;
/** The time of deterministic archives: 1980-01-01. */
export declare const EPOCH_1980: Time;
/** Reads RFC 3339 text by the rules of spec 10 §0.4. @throws GaitError invalid_input when it is not such a time. */
export declare function parseTime(text: string): Time;
/** The same instant with offset zero. */
export declare const toUtc: (time: Time) => Time;
/** Whether it is the instant that an absent time reads as. */
export declare const isZeroTime: (time: Time) => boolean;
/** Order of instants, whatever their offsets. */
export declare function compareTimes(a: Time, b: Time): number;
/** Nanoseconds since 1970-01-01T00:00:00Z; beyond 2^53, hence a bigint. */
export declare function unixNanos(time: Time): bigint;
/** Seconds (with fraction) from `from` to `to`. */
export declare function secondsBetween(from: Time, to: Time): number;
/** UTC, or `fallback` where the time is zero. */
export declare const utcOr: (time: Time, fallback: Time) => Time;
/** A `Date` as a Time, millisecond precision. */
export declare const fromDate: (date: Date) => Time;
