import { expect, test } from "vitest";
import { keyOfTopic, queryKeys } from "./keys";

test.each([
  ["shops", queryKeys.shops],
  ["settings", queryKeys.settings],
  ["jobs", ["jobs"]],
  ["job:431", queryKeys.job("431")],
  ["products:6f1c:9", ["products", "6f1c:9"]],
  ["activity:6f1c", queryKeys.activity("6f1c")],
  ["something new", []],
])("topic %s makes %j stale", (topic, key) => {
  expect(keyOfTopic(topic)).toEqual(key);
});

test("a list of items lies under its job", () => {
  expect(queryKeys.itemList("431", "failed", "").slice(0, 2)).toEqual(queryKeys.job("431"));
});
