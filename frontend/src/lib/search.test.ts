import { expect, test } from "vitest";
import { contains } from "./search";

test.each([
  ["Ångström", "ang"],
  ["Loup & Pomme", "POMME "],
  ["Weiß & Grün", "weiss"],
  ["Smørrebrød", "smorre"],
  ["Łódź", "lodz"],
  ["Κανάτα", "κανατα"],
  ["anything", ""],
])("%s is found by %j", (text, typed) => {
  expect(contains(text, typed)).toBe(true);
});

test("other words are not found", () => {
  expect(contains("Ångström", "strang")).toBe(false);
});
