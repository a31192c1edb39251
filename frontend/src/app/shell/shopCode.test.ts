import { expect, test } from "vitest";
import { shopCode } from "./shopCode";

test.each([
  ["Quillmoor Home", "QH"],
  ["Loup & Pomme", "LP"],
  ["Lamps", "LA"],
  ["éclat maison", "ÉM"],
  ["灯 店", "灯店"],
  ["", ""],
])("%s is %s", (name, code) => {
  expect(shopCode({ name, kind: "shopify" })).toBe(code);
});

test("the demo shop has dots", () => {
  expect(shopCode({ name: "Demo shop", kind: "demo" })).toBe("··");
});
