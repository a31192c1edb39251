import { expect, test } from "vitest";
import type { Code } from "@/contract";
import { shop } from "@/testing/fixtures";
import { isOffline, needsSignIn, showsScores } from "./shop";

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

test("a shop that refused the token, or may not write, waits for somebody to sign in", () => {
  const signedIn = { can: { ...shop().can, sign_in: true } };
  const halted = (code: Code) => ({ code, message: "" });
  expect(needsSignIn({ ...signedIn, halted: halted("shop_token") })).toBe(true);
  expect(needsSignIn({ ...signedIn, halted: halted("shop_scope") })).toBe(true);
  expect(needsSignIn({ ...signedIn, halted: halted("offline") })).toBe(false);
  expect(needsSignIn({ ...signedIn, halted: null })).toBe(false);
  expect(
    needsSignIn({ can: { ...signedIn.can, sign_in: false }, halted: halted("shop_token") }),
  ).toBe(false);
});
