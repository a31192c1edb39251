import { expect, test } from "vitest";
import { shopCode } from "./shopCode";

test.each([
  ["Quillmoor Home", "QH"],
  ["Loup & Pomme", "LP"],
  ["Lamps", "LA"],
  ["Demo shop", "DS"],
  ["éclat maison", "ÉM"],
  ["灯 店", "灯店"],
  ["", ""],
])("%s is %s", (name, code) => {
  expect(shopCode({ name })).toBe(code);
});
