import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { nasty, sampleDescriptions } from "@/testing/descriptions";
import { tree } from "@/testing/htmltrees";
import { lossesOf, parse, serialise } from "./codec";

// Hundreds of texts are parsed and put together again; on a busy computer that takes minutes.
vi.setConfig({ testTimeout: 600_000 });

/** What a reader and a machine find in a text, collected without the code under test. */
function gathered(html: string) {
  const { body } = new DOMParser().parseFromString(`<body>${html}`, "text/html");
  const alike = (tag: string) => ({ b: "strong", i: "em", strike: "s" })[tag] ?? tag;
  const elements = [...body.querySelectorAll("*")];
  const found = (tags: string) =>
    elements.filter((e) => e.matches(tags) && e.textContent?.trim() !== "").length;
  const comments = document.createTreeWalker(body, NodeFilter.SHOW_COMMENT);
  const notes: string[] = [];
  while (comments.nextNode()) notes.push(comments.currentNode.textContent ?? "");
  return {
    words: body.textContent?.replace(/[ \t\r\n\f]+/g, ""),
    attributes: elements
      .flatMap((e) => [...e.attributes].map((a) => `${alike(e.localName)} ${a.name}=${a.value}`))
      .sort(),
    comments: notes,
    headings: [1, 2, 3, 4, 5, 6].map((level) => found(`h${level}`)),
    items: found("li"),
    odd: [...new Set(elements.map((e) => alike(e.localName)))].filter((tag) => tag !== "p").sort(),
  };
}

/** Opened as rich text, the text is unchanged, or its losses are named. */
function holds(html: string): void {
  if (lossesOf(html).length > 0) return;
  expect(gathered(serialise(parse(html)))).toEqual(gathered(html));
}

test("every description of the sample catalogue keeps all it has, or opens as source", () => {
  const samples = sampleDescriptions();
  expect(samples.length).toBeGreaterThan(50);
  for (const [, html] of samples) holds(html);
  const rich = samples.filter(([, html]) => lossesOf(html).length === 0);
  expect(rich.length).toBeGreaterThan(samples.length / 2);
});

test.each(nasty)("nasty: %j", (html) => holds(html));

test.each([
  "<table><tr><td>a</td></tr></table>",
  "<p>a</p><!-- b -->",
  '<p class="x">a</p>',
  '<p style="color:red">a</p>',
  "<iframe src='https://v.example'></iframe>",
  "<script>x()</script>",
  "<p><a name='x'></a>a</p>",
  "<p><span></span>a</p>",
  '<p><a href="/x" data-y="1">a</a></p>',
  "<ul><li><p>a</p>b</li></ul>",
  "<div>a</div>",
])("%j is never opened as rich text unasked", (html) => {
  expect(lossesOf(html)).not.toEqual([]);
});

test.each([
  "<p>a <b>b</b> <i>c</i></p>",
  "<h2>a</h2>\n<ul>\n<li>b</li>\n<li>c <strong>d</strong></li>\n</ul>",
  "<ul><li><p>a</p></li></ul>",
  "<ul><li>a<ol><li>b</li></ol></li></ul>",
  '<p><a href="/pages/care" title="t" target="_blank">a</a><br>b</p>',
  "plain words",
  "",
])("%j is safe in rich text", (html) => {
  expect(lossesOf(html)).toEqual([]);
});

test("list items are kept as shops write them", () => {
  const html = "<ul><li>a</li><li>b</li></ul>";
  expect(serialise(parse(html))).toBe(html);
});

test("rich text keeps any content or does not open it", () => {
  fc.assert(fc.property(tree, holds), { numRuns: 150 });
});
