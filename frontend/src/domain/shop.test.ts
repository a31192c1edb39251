import { expect, test } from "vitest";
import { isOffline, showsScores } from "./shop";

test("SEO scores, Pro and Max only", () => {
  expect(showsScores({ plan: "free" })).toBe(false);
  expect(showsScores({ plan: "pro" })).toBe(true);
  expect(showsScores({ plan: "max" })).toBe(true);
  expect(showsScores(undefined)).toBe(false);
});

test("a shop that refused is not offline", () => {
  expect(isOffline({ halted: null })).toBe(false);
  expect(isOffline({ halted: { code: "offline", message: "" } })).toBe(true);
  expect(isOffline({ halted: { code: "timeout", message: "" } })).toBe(true);
  expect(isOffline({ halted: { code: "shop_token", message: "" } })).toBe(false);
});
