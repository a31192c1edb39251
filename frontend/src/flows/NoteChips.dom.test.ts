import { expect, test } from "vitest";
import { has, toggled } from "./NoteChips";

test.each([
  ["", "Shorter", "Shorter"],
  ["Shorter", "Sizes in a list", "Shorter; Sizes in a list"],
  ["Shorter; Sizes in a list", "Shorter", "Sizes in a list"],
  ["Shorter, and say how it packs", "Shorter", "Shorter, and say how it packs; Shorter"],
  ["a; b", "b; c", "a; b; c"],
  [" a ;b", "a; b", ""],
])("%j with %j pressed is %j", (note, chip, result) => {
  expect(toggled(note, chip)).toBe(result);
});

test("pressed twice, a chip leaves the note as it was", () => {
  const note = "Name the wood; no questions";
  expect(toggled(toggled(note, "Shorter"), "Shorter")).toBe(note);
  expect(has(note, "no questions")).toBe(true);
});
