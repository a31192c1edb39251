import { expect, test } from "vitest";
import { everything, nothing, set } from "@/lib/selection";
import { jobSelection } from "./selection";

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
  expect(jobSelection(selection, search)).toEqual(expected);
});
