import { expect, test } from "vitest";
import type { Field, Reason } from "@/contract";
import { collectionDesk, desk, publication } from "@/testing/fixtures";
import cases from "@/testing/sameText.json";
import {
  type AnyDesk,
  type Edits,
  editsOf,
  holderOf,
  keptOver,
  markSent,
  sameText,
  textStates,
  toSave,
  typed,
  unsaved,
} from "./desk";

const stateOf = (from: AnyDesk, edits: Edits, key: string) => {
  const state = textStates(from, edits).find((s) => s.key === key);
  if (!state) throw new Error(`no ${key}`);
  return state;
};
const type = (from: AnyDesk, edits: Edits, key: string, text: string): Edits => ({
  ...edits,
  [key]: typed(stateOf(from, edits, key), edits[key], text),
});
const saved = (from: AnyDesk, edits: Edits) => editsOf(toSave(textStates(from, edits)), edits);

test("nothing touched, nothing sent", () => {
  expect(saved(desk(), {})).toEqual([]);
  expect(unsaved(textStates(desk(), {}))).toEqual([]);
});

test("what is sent is what was changed, with what it began with", () => {
  const edits = type(desk(), {}, "alt_text:img2", "Side view");
  expect(saved(desk(), edits)).toEqual([
    {
      field: "alt_text",
      image_id: "img2",
      expected: { text: "", null: true },
      value: { text: "Side view" },
    },
  ]);
});

test.each([
  ["title", "Hesper "],
  ["title", " Hesper"],
  ["description", "<p>A\nB</p>"],
])("%s typed back to %j is not sent, and typing is not disturbed", (key, text) => {
  const from = desk({ title: "Hesper", description_html: "<p>A\r\nB</p>" });
  const edits = type(from, type(from, {}, key, "something else"), key, text);
  expect(saved(from, edits)).toEqual([]);
  expect(stateOf(from, edits, key).text).toBe(text);
});

test("a description that was only opened keeps its bytes", () => {
  const html = "\r\n<p  class=x>a&nbsp;b</P><!-- c -->\t";
  expect(stateOf(desk({ description_html: html }), {}, "description").text).toBe(html);
});

test("a text changed on the shop meanwhile is a conflict, left out until it is decided", () => {
  const edits = type(desk(), {}, "title", "Mine");
  const since = desk({ title: "Theirs" });
  const state = stateOf(since, edits, "title");
  expect([state.status, state.text, state.now.text]).toEqual(["conflict", "Mine", "Theirs"]);
  expect(saved(since, edits)).toEqual([]);
  const goesOn = type(since, edits, "title", "Mine, longer");
  expect(stateOf(since, goesOn, "title").status).toBe("conflict");
  const kept = { ...goesOn, title: keptOver(stateOf(since, goesOn, "title")) };
  expect(saved(since, kept)).toEqual([
    {
      field: "title",
      image_id: "",
      expected: { text: "Theirs" },
      value: { text: "Mine, longer" },
    },
  ]);
});

test("both wrote the same: no conflict", () => {
  const edits = type(desk(), {}, "title", "Agreed");
  expect(stateOf(desk({ title: "Agreed" }), edits, "title").status).toBe("same");
});

test("from saved to published: queued, then the shop's text is shown", () => {
  const earlier = publication({ id: "p0", field: "title" });
  const before = desk({}, [earlier]);
  const edits = type(before, {}, "title", "Mine  again");
  const sent = markSent(edits, toSave(textStates(before, edits)));
  expect(stateOf(before, sent, "title").status).toBe("sending");
  expect(unsaved(textStates(before, sent))).toEqual([]);
  const ours = (state: "queued" | "publishing" | "published") =>
    desk(state === "published" ? { title: "Mine again" } : {}, [
      publication({ id: "p1", field: "title", state }),
      earlier,
    ]);
  expect(stateOf(ours("queued"), sent, "title").status).toBe("sending");
  expect(stateOf(ours("publishing"), sent, "title").status).toBe("sending");
  const state = stateOf(ours("published"), sent, "title");
  expect([state.status, state.text]).toEqual(["same", "Mine again"]);
  const onwards = type(ours("published"), sent, "title", "New");
  expect(saved(ours("published"), onwards)[0]?.expected).toEqual({ text: "Mine again" });
});

test("refused by the shop: the text stays, and why is told", () => {
  const edits = type(desk(), {}, "title", "Mine");
  const sent = markSent(edits, toSave(textStates(desk(), edits)));
  const error: Reason = { code: "shop_refused", message: "Too long." };
  const after = desk({}, [publication({ field: "title", state: "failed", error })]);
  const state = stateOf(after, sent, "title");
  expect([state.status, state.text, state.reason]).toEqual(["failed", "Mine", error]);
  expect(saved(after, sent)).toHaveLength(1);
});

test("a conflict found while publishing shows the shop's text beside the person's", () => {
  const edits = type(desk(), {}, "title", "Mine");
  const sent = markSent(edits, toSave(textStates(desk(), edits)));
  const after = desk({ title: "Theirs" }, [publication({ field: "title", state: "conflict" })]);
  const state = stateOf(after, sent, "title");
  expect([state.status, state.text, state.now.text]).toEqual(["conflict", "Mine", "Theirs"]);
});

test("a collection has three texts, saved under its own fields", () => {
  const from = collectionDesk({ seo_title: { text: "", null: true } });
  expect(textStates(from, {}).map(({ key }) => key)).toEqual([
    "collection_description",
    "collection_seo_title",
    "collection_meta_description",
  ]);
  const edits = type(from, {}, "collection_seo_title", "Lamps for desks");
  expect(saved(from, edits)).toEqual([
    {
      field: "collection_seo_title",
      image_id: "",
      expected: { text: "", null: true },
      value: { text: "Lamps for desks" },
    },
  ]);
  const theirs = collectionDesk({ seo_title: { text: "Theirs" } });
  expect(stateOf(theirs, edits, "collection_seo_title").status).toBe("conflict");
  expect(saved(theirs, edits)).toEqual([]);
});

test("the head of a collection says how many products it has, and that it is missing", () => {
  expect(holderOf(collectionDesk()).notes).toEqual(["3 products"]);
  expect(holderOf(collectionDesk({ missing: true })).notes).toEqual([
    "3 products",
    "Not found by the last sync",
  ]);
});

test.each(cases)("$field: $a and $b are the same: $same", ({ field, a, b, same }) => {
  expect(sameText(field as Field, a, b)).toBe(same);
  expect(sameText(field as Field, b, a)).toBe(same);
});
