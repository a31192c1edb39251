import { expect, test } from "vitest";
import type { Estimate } from "@/contract";
import { startOf } from "./StartWith";

const estimate = (items: number, cost: number) => ({ items, cost_usd: cost }) as Estimate;

test.each([
  ["what costs money begins with a sample", estimate(900, 2.06), undefined, "sample"],
  ["what costs nothing is written at once", estimate(900, 0), undefined, "all"],
  ["somebody’s choice counts", estimate(900, 2.06), "all", "all"],
  ["and so the other way", estimate(900, 0), "sample", "sample"],
  ["ten have no sample", estimate(10, 0.02), "sample", "all"],
  ["before anything is known", undefined, undefined, "all"],
] as const)("%s", (_, known, chosen, start) => {
  expect(startOf(known, chosen)).toBe(start);
});
