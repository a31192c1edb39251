import { expect, test } from "vitest";
import type { Item } from "@/contract";
import { changedText, item } from "@/testing/fixtures";
import { draftWords, markNote } from "./item";

const cases: [string, Partial<Item>, string, string][] = [
  ["a fresh draft", {}, "unpublished", "To review"],
  ["an approved draft", { decision: "approved" }, "unpublished", "Approved"],
  ["a draft that is like others", { alike: true }, "unpublished", "Alike: held from Publish All"],
  ["a draft that was held back", { held_back: true }, "unpublished", "Held back: see the warning"],
  [
    "a draft that waits to be written again",
    { rewrite: { state: "queued", note: "", reason: null, brief: "", revision: 1 } },
    "rewriting",
    "Waits its turn",
  ],
  [
    "a draft that could not be written again",
    {
      decision: "approved",
      rewrite: {
        state: "failed",
        note: "",
        reason: { code: "writer_cut", message: "Not written: answer cut short. Try again." },
        brief: "answer cut short",
        revision: 1,
      },
    },
    "unpublished",
    "Not written again: answer cut short",
  ],
  ["a rejected draft", { decision: "rejected" }, "rejected", "Shop keeps its text"],
  ["one that was undone", { publish_state: "undone" }, "unpublished", "To review"],
  [
    "one that an undo left alone",
    {
      publish_state: "published",
      error: { code: "shop_changed", message: "Left alone: the text on the shop was changed." },
    },
    "published",
    "Left alone: the text on the shop was changed.",
  ],
  ["one on its way", { publish_state: "publishing" }, "publishing", "On its way"],
  ["one that waits", { publish_state: "queued" }, "queued", "Waits its turn"],
  [
    "a text that was changed since",
    {
      publish_state: "published",
      since: "changed",
      changed: changedText({ on_shop: { text: "" } }),
    },
    "changed",
    "Empty, seen Wed 14 Oct",
  ],
  ["a conflict", { publish_state: "conflict" }, "conflict", "Changed before publishing"],
  [
    "a write that the shop answered with another text",
    {
      publish_state: "conflict",
      error: { code: "shop_readback", message: "Not published as sent." },
    },
    "conflict",
    "Shop answered with another text",
  ],
  [
    "a draft whose undo was carried out late",
    {
      publish_state: "undone",
      error: { code: "shop_late", message: "A write whose answer was lost came late." },
    },
    "unpublished",
    "A write whose answer was lost came late.",
  ],
  [
    "a failed publication",
    {
      publish_state: "failed",
      error: { code: "shop_refused", message: "Product is archived. Unarchive it." },
      brief: "product is archived",
    },
    "failed",
    "Not published: product is archived",
  ],
  [
    "a failed writing",
    {
      state: "failed",
      error: { code: "writer_cut", message: "The answer was cut short." },
      brief: "the answer was cut short",
    },
    "failed",
    "Not written: the answer was cut short",
  ],
  ["one not written yet", { state: "pending" }, "pending", ""],
];

test.each(cases)("%s", (_, part, standing, note) => {
  expect(item(part).mark).toBe(standing);
  expect(markNote(item(part))).toBe(note);
});

test("a row shows the words of a description without its markup", () => {
  expect(draftWords(item({ content: "<p>A <b>lamp</b>.</p>" }))).toBe("A lamp.");
  expect(draftWords(item({ field: "title", content: "a < b" }))).toBe("a < b");
});

test("a collected text of a file shop names the next step, also once it has a time", () => {
  const collected = item({
    publish_state: "published",
    published_at: "2026-11-27T07:36:00Z",
    error: null,
  });
  expect(markNote(collected, { kind: "file", halted: null })).toBe(
    "Export the file, then import it in Shopify",
  );
});
