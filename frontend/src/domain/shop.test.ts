import { expect, test } from "vitest";
import { showsScores } from "./shop";

test("SEO scores, Pro and Max only", () => {
  expect(showsScores({ plan: "free" })).toBe(false);
  expect(showsScores({ plan: "pro" })).toBe(true);
  expect(showsScores({ plan: "max" })).toBe(true);
  expect(showsScores(undefined)).toBe(false);
});
