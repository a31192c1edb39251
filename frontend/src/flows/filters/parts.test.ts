import { expect, test } from "vitest";
import type { ProductFacets } from "@/contract";
import { activeParts, toggled, withPart } from "./parts";

const facets: ProductFacets = {
  statuses: [{ value: "active", count: 70 }],
  vendors: [{ value: "Aldermill", count: 40 }],
  types: [],
  tags: [],
  collections: [{ value: "gid://shopify/Collection/1", label: "Garden", count: 3 }],
  without: [{ value: "seo_title", count: 9 }],
};

test("a value is added, and taken out when it is chosen again", () => {
  const one = toggled({}, "vendor", "Aldermill");
  const two = toggled(one, "vendor", "Loup & Pomme");
  expect(two).toEqual({ vendor: ["Aldermill", "Loup & Pomme"] });
  expect(toggled(toggled(two, "vendor", "Aldermill"), "vendor", "Loup & Pomme")).toEqual({});
});

test("a part without a value is no part of the filter", () => {
  expect(withPart({ shorter_than: 40, tag: ["a"] }, "shorter_than", 0)).toEqual({ tag: ["a"] });
  expect(withPart({ history: "written" }, "history", "")).toEqual({});
});

test("says in words what is left out", () => {
  const filter = {
    collection: ["gid://shopify/Collection/1"],
    vendor: ["Aldermill", "Loup & Pomme"],
    without: ["seo_title"],
    shorter_than: 40,
    score_below: 60,
    history: "never_written" as const,
  };
  expect(activeParts(filter, facets).map(({ name, word }) => `${name}: ${word}`)).toEqual([
    "Collection: Garden",
    "Vendor: Aldermill or Loup & Pomme",
    "Empty: SEO title",
    "Description: under 40 words",
    "Latest draft: score below 60",
    "Galley: never written",
  ]);
  expect(activeParts({}, facets)).toEqual([]);
});
