import { expect, test } from "vitest";
import { plainText } from "./plainText";

test.each([
  ["A lamp.", "A lamp."],
  ["<p>One</p><p>two &amp; three</p>", "One two & three"],
  ["<ul><li>a</li><li>b</li></ul>", "a b"],
  ["made of <strong>oak</strong>, oiled", "made of oak, oiled"],
  ["a < b", "a < b"],
  ["", ""],
])("%s reads %s", (markup, words) => {
  expect(plainText(markup)).toBe(words);
});
