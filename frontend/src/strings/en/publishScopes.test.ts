import { expect, test } from "vitest";
import type { ScopeFigures } from "@/contract";
import { publishScopes as words } from "./publishScopes";

const of = (part: Partial<ScopeFigures>): ScopeFigures => ({
  scope: "approved",
  count: 4,
  approved: 4,
  open: 0,
  warned: 0,
  unopened: 0,
  ...part,
});

test.each([
  [{}, "Opened and approved, every one of them."],
  [{ unopened: 4 }, ""],
  [{ unopened: 1 }, "3 opened."],
  [{ unopened: 4, warned: 2 }, "2 have a warning."],
  [{ count: 0, approved: 0 }, "Nobody has approved one."],
  [{ scope: "all", count: 6, open: 2, unopened: 6 }, "4 approved and 2 not decided."],
] as const)("what is in a scope of %o is said once", (part, said) => {
  expect(words.made(of(part))).toBe(said);
});

test("the tick names what the button does, and which of it nobody opened", () => {
  const publish = { button: (n: number) => `Publish ${n}` };
  expect(words.tick(4, 4, publish)).toBe("Publish 4 that nobody opened");
  expect(words.tick(1, 4, publish)).toBe("Publish 4, including 1 that nobody opened");
});

test("one text that is replaced is one", () => {
  const planned = { count: 4, field: "meta_description", shop_kind: "demo" } as const;
  expect(words.replacesText({ ...planned, replaces: 1 })).toBe(
    "The meta description that 1 product has on the shop now. 3 products have none.",
  );
  expect(words.replacesText({ ...planned, replaces: 2 })).toMatch(/^The meta descriptions that 2/);
});
