import { expect, test } from "vitest";
import { everything, isEmpty, isSelected, nothing, selectedCount, set, toggle } from "./selection";

test("toggling twice is as before, with some and with all", () => {
  for (const start of [nothing, everything, set(nothing, ["a", "b"], true)]) {
    const twice = toggle(toggle(start, "a"), "a");
    expect(isSelected(twice, "a")).toBe(isSelected(start, "a"));
    expect(selectedCount(twice, 10)).toBe(selectedCount(start, 10));
  }
});

test("all but two of ten are eight", () => {
  const selection = set(everything, ["a", "b"], false);
  expect(selectedCount(selection, 10)).toBe(8);
  expect(isSelected(selection, "a")).toBe(false);
  expect(isSelected(selection, "c")).toBe(true);
  expect(isSelected(set(selection, ["a"], true), "a")).toBe(true);
});

test("a range chooses what was not chosen and keeps what was", () => {
  const selection = set(set(nothing, ["b"], true), ["a", "b", "c"], true);
  expect([...selection.ids].sort()).toEqual(["a", "b", "c"]);
});

test("nothing is empty; everything of nothing is empty too", () => {
  expect(isEmpty(nothing, 5)).toBe(true);
  expect(isEmpty(everything, 0)).toBe(true);
  expect(isEmpty(everything, 1)).toBe(false);
});

test("a selection is never changed in place", () => {
  toggle(nothing, "a");
  set(everything, ["a"], false);
  expect(nothing.ids.size + everything.ids.size).toBe(0);
});
