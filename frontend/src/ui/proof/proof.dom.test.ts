import { expect, test } from "vitest";
import { compare } from "./changes";
import { clean, markUp } from "./proof";

const plain = (original: string, draft: string) =>
  markUp({ html: false, draft, original, rings: [] });

test("added words are underlined, removed words struck", () => {
  const marked = plain(
    "a warm light beside a bed or chair",
    "a warm pool of light beside a bed or chair",
  );
  expect(marked.draft).toBe("<p>a warm <ins>pool of </ins>light beside a bed or chair</p>");
  expect(marked.original).toBe("<p>a warm light beside a bed or chair</p>");
  const back = plain(
    "a warm pool of light beside a bed or chair",
    "a warm light beside a bed or chair",
  );
  expect(back.original).toContain("<del>pool of </del>");
});

test("a new paragraph gets a bar, not underlined words", () => {
  const original = "<p>The base is turned from solid oak and the shade is natural linen.</p>";
  const marked = markUp({
    html: true,
    original,
    draft: `${original}<p>New words here.</p>`,
    rings: [],
  });
  expect(marked.draft).toContain('<p data-new="">New words here.</p>');
  expect(marked.draft).not.toContain("<ins>");
});

test("the space between struck paragraphs gets no mark of its own", () => {
  const marked = markUp({
    html: true,
    original: "<p>Old words.</p>\n<ul>\n<li>One</li>\n</ul>\n<p>It stays as it was here.</p>",
    draft: "<p>It stays as it was here.</p>",
    rings: [],
  });
  expect(marked.original).toContain("<p><del>Old words.</del></p>\n<ul>\n<li><del>One</del>");
});

test("where most of a draft is new, the original is plain; where less is, removed words are struck", () => {
  const original = "<p>Old words of the shop about a lamp.</p>";
  const rewritten = { html: true, original, draft: "<p>Fresh sentences on lamps.</p>", rings: [] };
  const mended = { ...rewritten, draft: "<p>Old words of the shop about an oak lamp.</p>" };
  expect(markUp(rewritten)).toMatchObject({ plain: true, original });
  expect(markUp(mended).plain).toBe(false);
  expect(markUp(mended).original).toContain("<del>a</del>");
});

test("a draft that is mostly new is marked by bars alone", () => {
  const marked = markUp({
    html: true,
    original: "<p>Old words.</p>",
    draft: "<h2>Fresh</h2><ul><li>One thing</li></ul>",
    rings: [],
  });
  expect(marked.draft).toBe('<h2 data-new="">Fresh</h2><ul><li data-new="">One thing</li></ul>');
});

test("a ring holds the words of its warning, across elements and other marks", () => {
  const draft = "<p>Comes with a <strong>5-year</strong> warranty.</p>";
  const start = "Comes with a ".length;
  const rings = [{ start, end: start + "5-year warranty".length, key: "0" }];
  const marked = markUp({ html: true, draft, original: draft, rings });
  const body = new DOMParser().parseFromString(marked.draft, "text/html").body;
  const ringed = [...body.querySelectorAll("mark[data-key='0']")].map((m) => m.textContent);
  expect(ringed.join("")).toBe("5-year warranty");
});

test("words that are new in part have one ring", () => {
  const marked = markUp({
    html: false,
    draft: "It is 24 cm deep and made of oak.",
    original: "It is 18 cm deep and made of oak.",
    rings: [{ start: 6, end: 11, key: "0" }],
  });
  expect(marked.draft).toContain('<mark data-key="0"><ins>24</ins> cm</mark>');
});

test("offsets count code points, not UTF-16 units", () => {
  const marked = markUp({
    html: false,
    draft: "🪔🪔 lamp",
    original: "🪔🪔 lamp",
    rings: [{ start: 3, end: 7, key: "0" }],
  });
  expect(marked.draft).toContain('<mark data-key="0">lamp</mark>');
});

test("marks never change the words", () => {
  const texts = ["", "a b c", "a  b\nc d", "Ünïcödé 漢字 text", "<b>&amp; odd</b>"];
  for (const original of texts) {
    for (const draft of texts) {
      const input = { html: false, draft, original, rings: [] };
      const strip = (html: string) =>
        new DOMParser().parseFromString(html, "text/html").body.textContent;
      expect(strip(markUp(input).draft)).toBe(strip(clean(input).draft));
      expect(strip(markUp(input).original)).toBe(strip(clean(input).original));
    }
  }
});

test("two long texts with nothing in common are compared in bounded time", () => {
  const words = (seed: number) => Array.from({ length: 6000 }, (_, i) => `w${i * seed}`).join(" ");
  const began = performance.now();
  const changes = compare(words(7919), words(104729));
  expect(performance.now() - began).toBeLessThan(2000);
  expect(changes.share).toBeGreaterThan(0.9);
});
