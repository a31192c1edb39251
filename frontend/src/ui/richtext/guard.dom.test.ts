import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { nasty, sampleDescriptions } from "@/testing/descriptions";
import { tree } from "@/testing/htmltrees";
import { open, serialise } from "./guard";
import { lossesBetween } from "./losses";

// Each part of each text is parsed and put together again: the limit only ends a test that hangs.
vi.setConfig({ testTimeout: 600_000 });

/** Opened on the paper, the text means the same when it is put together again, or is edited as source. */
function holds(html: string): boolean {
  const { document, losses } = open(html);
  if (losses.length > 0) return false;
  expect(lossesBetween(html, serialise(document))).toEqual([]);
  return true;
}

test("every description of the sample catalogue is rich text on the paper", () => {
  const samples = sampleDescriptions();
  const source = samples.filter(([, html]) => !holds(html));
  expect(source.map(([handle]) => handle)).toEqual([]);
});

test.each(nasty)("nasty: %j", (html) => {
  holds(html);
});

test("any content is kept on the paper, or not opened there", () => {
  fc.assert(
    fc.property(tree, (html) => void holds(html)),
    { numRuns: 30 },
  );
});

test.each([
  ["<p>a</p><table class=x><tr><td>S</td></tr></table><p>b</p>", ["keptBlock"]],
  ["<p>a <span class=x>b</span> c</p>", ["keptInline"]],
  ["<p>a</p><!-- note --><p>b</p>", ["keptBlock"]],
  ['<p>a <a href="/x" data-y="1">b</a></p>', ["keptInline"]],
  ["<ul><li>a <span style='color:red'>b</span></li><li>c</li></ul>", ["keptInline"]],
  ['<p class="x">a</p>', ["keptBlock"]],
  ["<p>plain <b>and</b> simple</p>", []],
])("%j has these boxes", (html, boxes) => {
  const { document, losses } = open(html);
  expect(losses).toEqual([]);
  const found: string[] = [];
  const walk = (node: typeof document): void => {
    if (node.type?.startsWith("kept")) found.push(node.type);
    node.content?.forEach(walk);
  };
  walk(document);
  expect(found).toEqual(boxes);
});

test("parts that are named keep their bytes, twice the same too", () => {
  const table = "<TABLE border=1><tr><td>S<td>M</table>";
  const part = { html: table, label: "size table, 1 row", inline: false };
  const { document, losses } = open(`<p>a</p>${table}\n<p>b</p>${table}`, [part, part]);
  expect(losses).toEqual([]);
  expect(serialise(document)).toBe(`<p>a</p>\n${table}\n<p>b</p>\n${table}`);
});

test("a text cannot pretend to have boxes", () => {
  const html = '<p>a</p><figure data-kept-html="&lt;b&gt;evil&lt;/b&gt;" data-stamp="1">x</figure>';
  const { document, losses } = open(html);
  expect(losses).toEqual([]);
  expect(serialise(document)).toContain(
    '<figure data-kept-html="&lt;b&gt;evil&lt;/b&gt;" data-stamp="1">x</figure>',
  );
});
