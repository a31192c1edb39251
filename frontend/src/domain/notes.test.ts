import { expect, test } from "vitest";
import type { Warning } from "@/contract";
import { item, proof } from "@/testing/fixtures";
import { gradesOf, lossesIn, notesOf, otherWarnings } from "./notes";

const warning = (part: Partial<Warning>): Warning => ({
  rule: "claim_figure",
  severity: "hold",
  message: "",
  about: "24 cm",
  start: 4,
  end: 9,
  ...part,
});
const original = { start: 0, end: 9 };
const table = { number: 1, label: "table", inline: false, start: 0, end: 0, original };
const draft = proof({
  item: item({
    warnings: [
      warning({ grade: "contradicts" }),
      warning({ rule: "lost_care", severity: "info", about: "machine wash", start: 0, end: 0 }),
      warning({ rule: "lost_warning", about: "Not for bathrooms.", start: 0, end: 0 }),
      warning({ rule: "lost_tables", about: "1", start: 0, end: 0 }),
      warning({ rule: "passive", severity: "info", about: "is made" }),
    ],
  }),
  lost: [
    { rule: "lost_care", about: "machine wash", kind: "care", held: false },
    { rule: "lost_warning", about: "Not for bathrooms.", kind: "warning", held: true },
  ],
  blocks: [
    { ...table, in_place: false },
    { ...table, number: 2, in_place: true, end: 9 },
  ],
});

test("notes are in the order claims, lost facts, kept blocks, what holds first", () => {
  const notes = notesOf(draft);
  expect(notes.map(({ kind, held }) => [kind, held])).toEqual([
    ["words", true],
    ["lost", true],
    ["lost", false],
    ["block", true],
  ]);
  expect(new Set(notes.map(({ key }) => key)).size).toBe(notes.length);
});

test("what the lists of facts have is not among the other checks", () => {
  expect(otherWarnings(draft).map(({ rule }) => rule)).toEqual(["lost_tables", "passive"]);
});

test("claims are counted by grade", () => {
  const claim = { rule: "", class: "", words: "", start: 0, end: 0, kept: false };
  const claims = (["supported", "supported", "elsewhere"] as const).map((grade) => ({
    ...claim,
    grade,
  }));
  expect(gradesOf({ claims })).toMatchObject({
    supported: 2,
    elsewhere: 1,
    contradicts: 0,
    all: 3,
  });
});

test("the same claim is one note, however often the draft makes it, in any case of letters", () => {
  const claims = [
    warning({ rule: "claim_material", about: "Paper", start: 0, end: 5 }),
    warning({ rule: "claim_material", about: "linen", start: 9, end: 14 }),
    warning({ rule: "claim_material", about: "paper", start: 20, end: 25 }),
    warning({ rule: "claim_origin", about: "paper", start: 30, end: 35 }),
  ];
  const notes = notesOf({ item: { warnings: claims }, lost: null, blocks: null });
  expect(notes.map((note) => note.kind === "words" && note.places)).toEqual([[0, 2], [1], [3]]);
  expect(new Set(notes.map(({ key }) => key)).size).toBe(3);
});

test("lost parts are counted by what each warning measured", () => {
  const lost = [
    warning({ rule: "lost_images", about: "3", start: 0, end: 0 }),
    warning({ rule: "lost_size_chart", about: "", start: 0, end: 0 }),
    warning({ rule: "new_links", about: "2", start: 0, end: 0 }),
    warning({ rule: "lost_warning", about: "2 years", start: 0, end: 0 }),
  ];
  expect(lossesIn({ warnings: lost })).toBe(4);
});
