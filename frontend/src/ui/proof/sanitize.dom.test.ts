import { expect, test } from "vitest";
import { plainBody, safeBody } from "./sanitize";

test.each([
  ["<p onclick=alert(1)>a</p>", "<p>a</p>"],
  ["<script>alert(1)</script><p>b</p>", "<p>b</p>"],
  ["<p style='position:fixed'>c</p>", "<p>c</p>"],
  ['<a href="javascript:alert(1)">d</a>', "<a>d</a>"],
  ['<a href="data:text/html,x">e</a>', "<a>e</a>"],
  ["<style>p{display:none}</style><p>f</p>", "<p>f</p>"],
  ["<svg><script>alert(1)</script></svg><p>g</p>", "<p>g</p>"],
  ['<img src=x onerror="alert(1)">', "<img>"],
  ["<form action=/steal><input name=token></form>h", "h"],
  ["<table><tr><td>i</td></tr></table>", "<table><tbody><tr><td>i</td></tr></tbody></table>"],
])("%s becomes %s", (dirty, clean) => {
  expect(safeBody(dirty).innerHTML.trim()).toBe(clean);
});

test("an embedded video becomes a box that names where it came from", () => {
  const box = safeBody('<iframe src="https://www.youtube.com/embed/1"></iframe>').querySelector(
    "figure",
  );
  expect(box?.dataset.embed).toBe("www.youtube.com");
  expect(safeBody("<iframe srcdoc='<script>x</script>'></iframe>").innerHTML).not.toContain(
    "script",
  );
});

test("pictures of the shop stay", () => {
  expect(safeBody('<img src="https://cdn.example/a.png" alt="A lamp">').innerHTML).toContain(
    "a.png",
  );
});

test("plain text is shown as it is, markup and all", () => {
  expect(plainBody("a < b\n<b>c</b>").innerHTML).toBe("<p>a &lt; b</p><p>&lt;b&gt;c&lt;/b&gt;</p>");
});
