import { expect, test } from "vitest";
import cases from "@/testing/words.json";
import { wordsIn } from "./words";

test.each(cases as [string, number][])("%j has %i words", (text, n) => {
  expect(wordsIn(text)).toBe(n);
});
