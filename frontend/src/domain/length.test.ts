import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { LengthRule } from "@/contract";
import { measure, pixelWidth } from "./length";

const shared = new URL("../../../backend/checks/testdata/widths.json", import.meta.url);
const cases: Record<string, number> = JSON.parse(readFileSync(shared, "utf8"));

test.each(Object.entries(cases))("%j is as wide as the backend measures it", (text, width) => {
  expect(pixelWidth(text, 20)).toBe(width);
});

const rule: LengthRule = {
  unit: "characters",
  min: 3,
  max: 6,
  pixels: 60,
  pixel_size: 20,
  width_counts: true,
};

test.each([
  ["ii", "short"],
  ["  ii ", "short"],
  ["iii", "fits"],
  ["iiiiiii", "long"],
  ["WWWW", "long"],
  ["😀😀😀", "fits"],
])("%j is %s", (text, off) => {
  expect(measure(text, rule).off).toBe(off);
});

test("no end and no width are no fault", () => {
  const open: LengthRule = {
    unit: "characters",
    min: 0,
    max: 0,
    pixels: 0,
    pixel_size: 0,
    width_counts: false,
  };
  expect(measure("W".repeat(900), open)).toEqual({ characters: 900, pixels: 0, off: "fits" });
});
