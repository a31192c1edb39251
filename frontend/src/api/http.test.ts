import { expect, test } from "vitest";
import { fileName } from "./http";

test.each([
  ["attachment; filename=range.csv", "range.csv"],
  ['attachment; filename="Spring range.csv"', "Spring range.csv"],
  ["attachment; filename*=utf-8''Fr%C3%BChling.csv", "Frühling.csv"],
  ["", "export.csv"],
])("%s names %s", (disposition, name) => {
  expect(fileName(disposition)).toBe(name);
});
