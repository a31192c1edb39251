import { expect, test } from "vitest";
import type { ShopOverview } from "@/contract";
import { findShops } from "./shopOrder";

const shop = (name: string, to_review: number, domain = "") =>
  ({ id: name, name, domain, to_review }) as ShopOverview;

const shops = [
  shop("Ångström", 0),
  shop("Belfrie", 86),
  shop("Langley", 3),
  shop("Tang & Co", 9),
  shop("Angus", 4),
  shop("Quill", 0, "quill-angling.myshopify.com"),
];
const names = (query: string) => findShops(shops, query).map(({ name }) => name);

test("without a search, shops with work come first, then by name", () => {
  expect(names("")).toEqual(["Belfrie", "Tang & Co", "Angus", "Langley", "Ångström", "Quill"]);
});

test("a search finds names however they are typed, the best match first", () => {
  expect(names("ang")).toEqual(["Angus", "Ångström", "Tang & Co", "Langley", "Quill"]);
  expect(names("angs")).toEqual(["Ångström"]);
  expect(names("nothing")).toEqual([]);
});
