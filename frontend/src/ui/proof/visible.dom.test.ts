import { expect, test } from "vitest";
import { visibleText } from "@/lib/visible";
import { safeBody } from "./sanitize";

// The same cases as those of the checks' reader of visible text.
test.each([
  ["<p>One</p>\n<p>two</p>", "One\ntwo"],
  ["  <p> a  b\t c </p> ", "a b c"],
  ["<ul><li>a</li><li>b</li></ul>", "a\nb"],
  ["a<br>b<br><br>c", "a\nb\nc"],
  ["made of <strong>oak</strong>, oiled", "made of oak, oiled"],
  ["<table><tr><td>a</td><td>b</td></tr></table>", "a\nb"],
  ["<p>a&nbsp;b</p>", "a\u00a0b"],
  ["a<iframe src='https://v.example/1'></iframe>b", "ab"],
  ["<div><div>deep</div></div>", "deep"],
  ["", ""],
])("%j reads %j", (html, text) => {
  expect(visibleText(safeBody(html)).text).toBe(text);
});

test("each character knows its place, in code points", () => {
  const { text, pieces } = visibleText(safeBody("<p>🪔 a</p><p>b  c</p>"));
  const points = [...text];
  for (const { node, offsets } of pieces) {
    [...node.data].forEach((character, i) => {
      if (character.trim() !== "") expect(points[offsets[i] ?? -1]).toBe(character);
    });
  }
});
