import { expect, test } from "vitest";
import type { FactRow } from "@/contract";
import { factName, factValue } from "./factName";

const from = (kind: string) => ({ kind, name: "", text: "", weak: false, model: "" });

test.each([
  ["height", "figure", "text", "Height"],
  ["étagère", "", "metafield", "Étagère"],
  ["", "material", "title", "Material"],
  ["", "material", "tag", "Material"],
  ["", "", "tag", "Tag"],
  ["", "material", "type", "Type"],
  ["", "", "category", "Category"],
  ["", "price", "price", "Price"],
  ["", "count", "text", "Count"],
  ["", "", "text", "Text"],
  ["", "a class of tomorrow", "a source of tomorrow", "Also"],
])("a fact named %j of class %j from %s is about %s", (attribute, kind, source, name) => {
  expect(factName({ attribute, class: kind, source: from(source) } as FactRow)).toBe(name);
});

test.each([
  ["", "promise", "text", "Without: weekdays"],
  ["", "material", "text", "Material: not weekdays"],
  ["Coating", "promise", "metafield", "Coating: not weekdays"],
])("what is denied of %j, class %j, is said once", (attribute, kind, source, said) => {
  const row = { attribute, class: kind, source: from(source), denied: true, value: "weekdays" };
  const known = row as FactRow;
  expect(`${factName(known)}: ${factValue(known)}`).toBe(said);
});
