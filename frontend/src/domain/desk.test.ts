import { expect, test } from "vitest";
import type { Field, OwnDraft, Reason } from "@/contract";
import { collectionDesk, desk, publication } from "@/testing/fixtures";
import cases from "@/testing/sameText.json";
import {
  type AnyDesk,
  differing,
  draftsOf,
  type Edits,
  editsOf,
  holderOf,
  keptOver,
  markKept,
  markSent,
  overDrafts,
  sameText,
  textStates,
  toKeep,
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
const saved = (from: AnyDesk, edits: Edits) => editsOf(toSave(textStates(from, edits)));

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

const draft = (content: string, part: Partial<OwnDraft> = {}): OwnDraft => ({
  field: "title",
  image_id: "",
  content,
  expected: { text: "Hesper" },
  revision: 1,
  person: "Ada",
  saved_at: "2026-10-14T09:00:00Z",
  ...part,
});
const withDraft = (content: string, part: Partial<OwnDraft> = {}, title = "Hesper") => ({
  ...desk({ title }),
  own: [draft(content, part)],
});

test("a saved draft is shown, differs from the shop and is not lost with the page", () => {
  const from = withDraft("Mine");
  const states = textStates(from, {});
  const state = stateOf(from, {}, "title");
  expect([state.text, state.status, state.loose]).toEqual(["Mine", "changed", false]);
  expect(differing(states)).toHaveLength(1);
  expect(unsaved(states)).toEqual([]);
  expect(saved(from, {})).toEqual([
    { field: "title", image_id: "", expected: { text: "Hesper" }, value: { text: "Mine" } },
  ]);
});

test("a draft over a text that the shop has changed since is a conflict", () => {
  expect(stateOf(withDraft("Mine", {}, "Theirs"), {}, "title").status).toBe("conflict");
});

test("what is typed after a draft is unsaved, goes on from it, and is kept until the shop's text is back", () => {
  const from = withDraft("Mine");
  const edits = type(from, {}, "title", "Mine, longer");
  const kept = toKeep(textStates(from, edits));
  expect(draftsOf(kept)).toEqual([
    {
      field: "title",
      image_id: "",
      content: "Mine, longer",
      expected: { text: "Hesper" },
      revision: 1,
    },
  ]);
  expect(overDrafts(textStates(from, edits)).map(({ key }) => key)).toEqual(["title"]);
  expect(unsaved(textStates(from, type(from, {}, "title", "Hesper")))).toHaveLength(1);
  expect(unsaved(textStates(from, type(from, edits, "title", "Mine")))).toEqual([]);

  const now = draft("Mine, longer", { revision: 2 });
  expect(markKept(edits, kept, [now])).toEqual({});
  const since = markKept(type(from, edits, "title", "Mine, longest"), kept, [now]);
  const state = stateOf({ ...from, own: [now] }, since, "title");
  expect([state.loose, state.overtaken]).toEqual([true, false]);
});

test("a draft that another window saved meanwhile is neither replaced nor published over", () => {
  const edits = type(withDraft("Mine"), {}, "title", "Mine, longer");
  const from = withDraft("Theirs", { revision: 2 });
  expect(stateOf(from, edits, "title")).toMatchObject({ overtaken: true, text: "Mine, longer" });
  expect(toKeep(textStates(from, edits))).toEqual([]);
  expect(saved(from, edits)).toEqual([]);
});
