import { expect, test } from "vitest";
import { fitOf, fitting, type Group } from "./entries";

const entry = (label: string, note = "") => ({ id: label, label, note, run: () => {} });
const shown = (groups: Group[]) => groups.map((g) => [g.key, g.entries.map((e) => e.label)]);

test.each([
  ["Publish All 111", "", "pub", 3],
  ["Go to products", "", "prod", 2],
  ["Reporter", "", "port", 1],
  ["Job 431", "Collection Lighting", "431 light", 2],
  ["Job 431", "Collection Lighting", "431 chairs", 0],
  ["Ångström", "", "ang", 3],
  ["Anything", "", "", 3],
])("%s (%s) fits %s by %i", (label, note, query, score) => {
  expect(fitOf({ label, note }, query)).toBe(score);
});

test("the best fitting come first, groups without any are left out", () => {
  const groups: Group[] = [
    { key: "actions", entries: [entry("Write a job"), entry("Jobs"), entry("New job")] },
    { key: "shops", entries: [entry("Quillmoor Home")] },
  ];
  expect(shown(fitting(groups, "jo"))).toEqual([["actions", ["Jobs", "Write a job", "New job"]]]);
});

test("a long group is cut", () => {
  const many = Array.from({ length: 30 }, (_, i) => entry(`Shop ${i}`));
  expect(fitting([{ key: "shops", entries: many }], "shop")[0]?.entries).toHaveLength(7);
});
