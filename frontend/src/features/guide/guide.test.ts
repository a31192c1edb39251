import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { findInGuide, parted } from "./find";
import { plain, readMarkdown, wordsOf } from "./markdown";

const guide = readFileSync(new URL("../../../../docs/user-guide.md", import.meta.url), "utf8");
const sections = readMarkdown(guide);

const sample = readMarkdown(`# Guide

Press **N**, then \`x\`; see [more](more.md) and *this*.

![A picture](a.png)

## Keys

| key | does |
| --- | --- |
| **A** | approves |
| R | rejects, *always* |

3. One
4. Two
   and a half

- a * b * c
`);

test("headings, paragraphs, tables and lists are read, pictures are left out", () => {
  expect(sample.map(({ title, level, id }) => [title, level, id])).toEqual([
    ["Guide", 1, "guide"],
    ["Keys", 2, "keys"],
  ]);
  expect(sample[0]?.blocks).toEqual([
    {
      kind: "paragraph",
      spans: [
        { kind: "text", text: "Press " },
        { kind: "strong", text: "N" },
        { kind: "text", text: ", then " },
        { kind: "code", text: "x" },
        { kind: "text", text: "; see " },
        { kind: "link", text: "more" },
        { kind: "text", text: " and " },
        { kind: "em", text: "this" },
        { kind: "text", text: "." },
      ],
    },
  ]);
  const [table, ordered, list] = sample[1]?.blocks ?? [];
  expect(table).toMatchObject({ kind: "table" });
  expect(table && wordsOf(table)).toBe("key does\nA approves\nR rejects, always");
  expect(ordered).toMatchObject({ kind: "list", ordered: true, start: 3 });
  expect(ordered && wordsOf(ordered)).toBe("One\nTwo and a half");
  expect(list && wordsOf(list)).toBe("a * b * c");
});

test("nothing of the guide is lost but its pictures and marks", () => {
  const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, "");
  const shown = sections.map(({ title, blocks }) => [title, ...blocks.map(wordsOf)].join(" "));
  const source = guide
    .replace(/^!\[.*\)$/gm, "")
    .replace(/\]\([^)]*\)/g, "]")
    .replace(/^\d+\. /gm, "")
    .replace(/^\|[-| ]+\|$/gm, "");
  expect(letters(shown.join(" "))).toBe(letters(source));
});

test("no mark of Markdown is shown as text", () => {
  for (const { blocks } of sections) {
    for (const block of blocks) expect(wordsOf(block)).not.toMatch(/\*\*|`|\]\(|^#/m);
  }
});

test("each section has an address of its own", () => {
  expect(new Set(sections.map(({ id }) => id)).size).toBe(sections.length);
  expect(plain([])).toBe("");
});

test("a search shows the sections with all words, and the parts that have one", () => {
  const found = findInGuide(sections, "EXPORT handle");
  expect(found.length).toBeGreaterThan(0);
  expect(found.length).toBeLessThan(sections.length);
  for (const { blocks } of found) {
    expect(blocks.some((block) => /export|handle/i.test(wordsOf(block)))).toBe(true);
  }
  expect(findInGuide(sections, "zebra crossing")).toEqual([]);
  expect(findInGuide(sections, "  ")).toEqual(sections);
});

test("what is found is marked, with any signs in it", () => {
  expect(parted("Press Ctrl (A), then a.", "(a).")).toEqual([
    { text: "Press Ctrl (A), then a.", hit: false },
  ]);
  expect(parted("Save, then save", "SAVE")).toEqual([
    { text: "Save", hit: true },
    { text: ", then ", hit: false },
    { text: "save", hit: true },
  ]);
});
