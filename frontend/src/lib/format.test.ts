import { expect, test } from "vitest";
import { count, daysAgo, duration, fullDay, moment, money, percent, time, tokens } from "./format";

test.each([
  [0, 10, "0 %"],
  [1, 1000, "1 %"],
  [786, 1248, "63 %"],
  [1247, 1248, "99 %"],
  [1248, 1248, "100 %"],
  [0, 0, "100 %"],
])("percent(%i, %i) is %s", (part, total, text) => {
  expect(percent(part, total)).toBe(text);
});

test.each([
  [0, "$0.00"],
  [0.0001, "$0.0001"],
  [2.06, "$2.06"],
  [1250, "$1,250.00"],
])("money(%f) is %s", (usd, text) => {
  expect(money(usd)).toBe(text);
});

test.each([
  [820, "820"],
  [8200, "8 k"],
  [820_000, "0.82 M"],
])("tokens(%i) is %s", (n, text) => {
  expect(tokens(n)).toBe(text);
});

test.each([
  [200, "1 s"],
  [40_000, "40 s"],
  [22 * 60_000, "22 min"],
  [108 * 60_000, "1 h 48 min"],
  [120 * 60_000, "2 h"],
])("duration(%i) is %s", (ms, text) => {
  expect(duration(ms)).toBe(text);
});

test("a moment is a time today and yesterday, a date before", () => {
  const now = new Date(2026, 9, 14, 10, 0);
  const at = (d: number) => new Date(2026, 9, d, 9, 52).toISOString();
  expect(moment(at(14), now)).toBe("09:52");
  expect(moment(at(13), now)).toBe("09:52");
  expect(moment(at(9), now)).toBe("Fri 9 Oct");
  expect(daysAgo(at(13), now)).toBe(1);
  expect(fullDay(at(14))).toBe("Wednesday 14 October");
  expect(time(at(14))).toBe("09:52");
  expect(count(3406)).toBe("3,406");
});
