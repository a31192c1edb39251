import { expect, test } from "vitest";
import { compareNames, contains, fitOf, fold } from "./fold";

test.each([
  ["ang", "Ångström Lighting"],
  ["ANGSTROM", "Ångström Lighting"],
  ["ångs", "Angstrom"],
  ["ang", "A\u030Angstro\u0308m"],
  ["strasse", "Große Straße"],
  ["soren", "Søren & Ægir"],
  ["aegir", "Søren & Ægir"],
  ["lodz", "Łódź"],
  ["istanbul", "İstanbul"],
  ["nguyen", "Nguyễn"],
  ["gal", "Ｇａｌｌｅｙ"],
  ["light ang", "Ångström Lighting"],
  ["(c", "Fox (Camden)"],
])("%s finds %s", (query, name) => {
  expect(fitOf(query, name)).toBeGreaterThan(0);
});

test("every word must be there, in the name or beside it", () => {
  expect(fitOf("ang tools", "Ångström Lighting")).toBe(0);
  expect(fitOf("ang myshop", "Ångström Lighting", "angstrom.myshopify.com")).toBe(3);
});

test("the beginning of a name goes before that of a word, and that before its middle", () => {
  expect([fitOf("lig", "Lights"), fitOf("lig", "Å-Lights"), fitOf("lig", "Delights")]).toEqual([
    3, 2, 1,
  ]);
});

test("a whole name goes before all others, and whole words before parts of words", () => {
  const fits = ["Lamp 3", "Lamp 3, brass", "Lamp 30"].map((name) => fitOf("lamp 3", name));
  expect(fits).toEqual([4, 3.5, 3]);
  expect(fitOf("all products 12", "Job 12, All products")).toBeGreaterThan(
    fitOf("all products 12", "Job 120, All products"),
  );
});

test("names are in the order that people expect", () => {
  const names = ["Zebra", "Öland", "shop 10", "Ångström", "oslo", "Shop 2", "apple"];
  expect(names.sort(compareNames)).toEqual([
    "Ångström",
    "apple",
    "Öland",
    "oslo",
    "Shop 2",
    "shop 10",
    "Zebra",
  ]);
});

test("folding twice is folding once", () => {
  for (const text of ["Ångström", "ΣΑΣ", "ﬁne", "İ", "日本語"]) {
    expect(fold(fold(text))).toBe(fold(text));
  }
});

test("a text is found by a part of it as it is typed", () => {
  expect(contains("Loup & Pomme", "POMME ")).toBe(true);
  expect(contains("Κανάτα", "κανατα")).toBe(true);
  expect(contains("anything", "")).toBe(true);
  expect(contains("Ångström", "strang")).toBe(false);
});
