import { expect, test } from "vitest";
import type { Profile } from "@/contract";
import {
  changedParts,
  partsOf,
  proposals,
  withEntry,
  withLength,
  withParts,
  wrongLengths,
} from "./parts";

const saved: Profile = {
  audience: "",
  voice: "Calm.",
  language: "",
  spelling: "",
  person: "you",
  do: ["Open with the use"],
  dont: null,
  notes: null,
  lengths: [{ field: "title", min: 20, max: 60 }],
  forbidden: ["luxurious"],
  terms: [
    { write: "flex", not: ["cable", "cord"], in: [{ language: "de", write: "Textilkabel" }] },
  ],
  rules: "",
  examples: [
    { field: "title", place_id: "1", title: "Lamp", type: "", text: "Oak lamp", marked_by: "Ada" },
  ],
};

test("an unchanged profile has no changes, and is saved as it is", () => {
  const parts = partsOf(saved);
  expect(changedParts(parts, parts)).toEqual([]);
  expect(withParts(saved, parts, [])).toEqual(saved);
});

test("only changed parts are put over what another window saved meanwhile", () => {
  const now = {
    ...partsOf(saved),
    voice: "Dry.",
    terms: [{ write: "shade", not: " lampshade ,, ", in: { de: " Schirm", fr: " " } }],
  };
  const changed = changedParts(partsOf(saved), now);
  expect(changed).toEqual(["voice", "terms"]);
  const elsewhere: Profile = { ...saved, audience: "Gardeners.", examples: [] };
  expect(withParts(elsewhere, now, changed)).toEqual({
    ...elsewhere,
    voice: "Dry.",
    terms: [{ write: "shade", not: ["lampshade"], in: [{ language: "de", write: "Schirm" }] }],
  });
});

test.each([
  [["best"], "  must  have ", ["best", "must have"]],
  [["best"], "BEST", ["best"]],
  [[], "  ", []],
])("%j with %j added is %j", (list, entry, want) => {
  expect(withEntry(list, entry)).toEqual(want);
});

test("lengths are typed end by end, and an empty one is none", () => {
  const one = withLength([], "title", "max", "70 characters");
  expect(one).toEqual([{ field: "title", min: 0, max: 70 }]);
  const both = withLength(one, "title", "min", "80");
  expect(wrongLengths(both)).toEqual(["title"]);
  expect(wrongLengths(withLength(both, "title", "max", ""))).toEqual([]);
  expect(withLength(one, "title", "max", "")).toEqual([]);
});

test("a proposal is compared part by part, and what a person wrote is told from what is empty", () => {
  const proposed = partsOf({
    ...saved,
    audience: "Readers.",
    voice: "Loud.",
    person: "you",
    rules: "",
  });
  expect(proposals(partsOf(saved), proposed)).toEqual([
    { name: "audience", empty: true },
    { name: "voice", empty: false },
  ]);
});
