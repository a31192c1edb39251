import { expect, test } from "vitest";
import type { Proof } from "@/contract";
import { item } from "@/testing/fixtures";
import { shopSide } from "./shopSide";

const proof = (part: Partial<Proof>): Proof => ({ ...blank, ...part });
const blank = { product: null, publications: [], revisions: [] } as unknown as Proof;
const value = (text: string) => ({ text, null: false });

test("after Use mine the left side is the text that the draft replaced, not the one it was written for", () => {
  const published = item({
    state: "generated",
    publish_state: "published",
    original: "At writing",
  });
  const side = shopSide(proof({ item: published, replaced: value("Theirs"), on_shop: null }));
  expect(side).toEqual({ text: "Theirs", kind: "before", seenAt: null });
});

test("what a published draft replaced is unknown where no publication tells", () => {
  const published = item({
    state: "generated",
    publish_state: "published",
    original: "At writing",
  });
  const side = shopSide(proof({ item: published, replaced: null, on_shop: null }));
  expect(side).toEqual({ text: null, kind: "before", seenAt: null });
});

test("before it is published, the left side is what the shop has, and when it was seen", () => {
  const open = item({ state: "generated", publish_state: "conflict", original: "At writing" });
  const on_shop = { value: value("Theirs"), seen_at: "2026-11-23T08:00:00Z" };
  const side = shopSide(proof({ item: open, on_shop, replaced: null }));
  expect(side).toEqual({ text: "Theirs", kind: "now", seenAt: "2026-11-23T08:00:00Z" });
});
