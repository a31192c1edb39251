import { expect, test } from "vitest";
import { cut, plainText } from "./plainText";

test.each([
  ["A lamp.", "A lamp."],
  ["<p>One</p><p>two &amp; three</p>", "One two & three"],
  ["<ul><li>a</li><li>b</li></ul>", "a b"],
  ["made of <strong>oak</strong>, oiled", "made of oak, oiled"],
  ["a < b", "a < b"],
  ["oak<em>en</em> lamp", "oaken lamp"],
  ["<p>Seen</p><script>let a = 1</script><style>p { color: red }</style>", "Seen"],
  ["<svg><style>.a{}</style><title>hid</title></svg>Seen<noscript>hid</noscript>", "Seen"],
  ["<template>hid</template><p>Seen<!-- hid --></p>", "Seen"],
  ['<form>Seen<input name="childNodes"></form>', "Seen"],
  ["", ""],
])("%s reads %s", (markup, words) => {
  expect(plainText(markup)).toBe(words);
});

test.each([
  ["one two three", 20, "one two three"],
  ["one two three", 9, "one two…"],
  ["onetwothree", 5, "onetw…"],
])("%s cut at %i is %s", (text, most, result) => {
  expect(cut(text, most)).toBe(result);
});
