import { expect, test } from "vitest";
import { filterOptions } from "./filterParts";

const facets = {
  statuses: [{ value: "active", count: 70 }],
  vendors: [
    { value: "Aldermill", count: 40 },
    { value: "Loup & Pomme", count: 3 },
  ],
  types: [{ value: "Table lamp", count: 9 }],
};
const words = (text: string) => filterOptions(facets, text).map(({ word }) => word);

test("offers what is missing before what the shop has", () => {
  expect(words("")).toEqual([
    "Description",
    "SEO title",
    "Meta description",
    "Alt text",
    "Active",
    "Aldermill",
    "Loup & Pomme",
    "Table lamp",
  ]);
  expect(filterOptions(undefined, "")).toHaveLength(4);
});

test("finds by value and by kind", () => {
  expect(words("pomme")).toEqual(["Loup & Pomme"]);
  expect(words("vendor ald")).toEqual(["Aldermill"]);
  expect(words("empty seo")).toEqual(["SEO title"]);
  expect(words("nothing of the kind")).toEqual([]);
});
