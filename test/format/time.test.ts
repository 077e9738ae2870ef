import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareTimes, fromDate, isZeroTime, parseTime, secondsBetween, toUtc, unixNanos, utcOr } from "../../src/format/time.js";

describe("reading and writing (spec 10 §0.4)", () => {
  test.each([
    ["2026-01-02T03:04:05.120Z", "2026-01-02T03:04:05.12Z"],
    ["2026-01-02T03:04:05.000Z", "2026-01-02T03:04:05Z"],
    ["2026-01-02T03:04:05,5Z", "2026-01-02T03:04:05.5Z"],
    ["2026-01-02T03:04:05.1234567899Z", "2026-01-02T03:04:05.123456789Z"],
    ["2026-01-02T03:04:05+00:00", "2026-01-02T03:04:05Z"],
    ["2026-01-02T03:04:05-00:00", "2026-01-02T03:04:05Z"],
    ["2026-01-02T03:04:05+05:30", "2026-01-02T03:04:05+05:30"],
    ["2024-02-29T00:00:00Z", "2024-02-29T00:00:00Z"],
    ["0000-01-01T00:00:00Z", "0000-01-01T00:00:00Z"],
  ])("%s", (source, written) => expect(parseTime(source)).toBe(written));

  test.each([
    "",
    "2026-01-02 03:04:05Z",
    "2026-01-02t03:04:05Z",
    "2026-01-02T03:04:05z",
    "2026-01-02T03:04:05",
    "2026-01-02T24:00:00Z",
    "2026-01-02T03:04:60Z",
    "2026-01-02T03:60:05Z",
    "2026-02-29T00:00:00Z",
    "2026-04-31T00:00:00Z",
    "2026-13-01T00:00:00Z",
    "2026-01-02T03:04:05+24:00",
    "2026-01-02T03:04:05+01:60",
    "2026-01-02T03:04:05.Z",
    "26-01-02T03:04:05Z",
    " 2026-01-02T03:04:05Z",
  ])("%j is no time", (source) => expect(() => parseTime(source)).toThrow("not an RFC 3339 time"));
});

test("UTC keeps the instant", () => {
  expect(toUtc("2026-01-02T03:04:05.5+05:30")).toBe("2026-01-01T21:34:05.5Z");
  expect(toUtc("2026-12-31T23:30:00-01:00")).toBe("2027-01-01T00:30:00Z");
  expect(compareTimes("2026-01-01T01:00:00+01:00", "2026-01-01T00:00:00Z")).toBe(0);
});

test("a year that has no four digits is refused", () => expect(() => toUtc("0000-01-01T00:00:00+01:00")).toThrow("time out of range"));

test("the zero time is an instant", () => {
  expect(isZeroTime("0001-01-01T00:00:00Z")).toBe(true);
  expect(isZeroTime("0001-01-01T01:00:00+01:00")).toBe(true);
  expect(utcOr("0001-01-01T00:00:00Z", "1980-01-01T00:00:00Z")).toBe("1980-01-01T00:00:00Z");
});

test("nanoseconds beyond 2^53 are exact", () => {
  expect(unixNanos("1980-01-01T00:00:00Z")).toBe(315532800000000000n);
  expect(unixNanos("2026-01-02T03:04:05.000000001Z")).toBe(1767323045000000001n);
  expect(unixNanos("1969-12-31T23:59:59.5Z")).toBe(-500000000n);
  expect(secondsBetween("2026-01-01T00:00:00Z", "2026-01-01T00:01:00.25Z")).toBe(60.25);
});

test("agrees with Date where Date can tell", () => {
  fc.assert(
    fc.property(fc.date({ min: new Date("0001-01-01T00:00:00Z"), max: new Date("9999-12-31T23:59:59Z"), noInvalidDate: true }), (date) => {
      const time = fromDate(date);
      expect(new Date(time).getTime()).toBe(date.getTime());
      expect(unixNanos(time)).toBe(BigInt(date.getTime()) * 1_000_000n);
    }),
  );
});
