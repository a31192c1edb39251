import { expect, test } from "vitest";
import { everything, nothing, set } from "@/lib/selection";
import { collectionSelection, jobSelection } from "./selection";

test.each([
  ["nothing chosen means all", nothing, "", { all: true }],
  ["nothing chosen under a search means its matches", nothing, "lamp", { search: "lamp" }],
  ["some", set(nothing, ["a", "b"], true), "lamp", { product_ids: ["a", "b"] }],
  [
    "all matching but one",
    set(everything, ["a"], false),
    "lamp",
    { search: "lamp", except: ["a"] },
  ],
  ["all but one", set(everything, ["a"], false), "", { all: true, except: ["a"] }],
])("%s", (_, selection, search, expected) => {
  expect(jobSelection(selection, search, {})).toEqual(expected);
});

test("a filter narrows all that match, not what was picked one by one", () => {
  const filter = { vendor: ["Aldermill"] };
  expect(jobSelection(nothing, "lamp", filter)).toEqual({ search: "lamp", filter });
  expect(jobSelection(set(nothing, ["a"], true), "", filter)).toEqual({ product_ids: ["a"] });
});

test.each([
  ["nothing chosen means all", nothing, "", { all: true }],
  ["nothing chosen under a search means its matches", nothing, "lamp", { search: "lamp" }],
  ["some", set(nothing, ["a", "b"], true), "lamp", { collection_ids: ["a", "b"] }],
  ["all but one", set(everything, ["a"], false), "", { all: true, except: ["a"] }],
])("of collections, %s", (_, selection, search, expected) => {
  expect(collectionSelection(selection, search)).toEqual(expected);
});
