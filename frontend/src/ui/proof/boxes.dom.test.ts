import { expect, test } from "vitest";
import { markUp } from "./proof";

const table = '<table class="t"><tbody><tr><td>Depth</td><td>18 cm</td></tr></tbody></table>';

function boxed(draft: string, bytes: string, inline = false) {
  const start = [...draft.slice(0, draft.indexOf(bytes))].length;
  const box = { start, end: start + [...bytes].length, label: "size table, 1 row", inline };
  const input = { html: true, draft, original: draft, rings: [] };
  const marked = markUp({ ...input, boxes: { draft: [box], original: [box] } });
  return { marked, body: new DOMParser().parseFromString(marked.draft, "text/html").body };
}

test("a kept block is a closed box with its label, and holds what it was", () => {
  const { marked, body } = boxed(`<p>Ünder 🪔 the stairs.</p>${table}<p>Last.</p>`, table);
  const box = body.querySelector("details");
  expect(box?.hasAttribute("open")).toBe(false);
  expect(box?.querySelector("summary")?.textContent).toContain("[[size table, 1 row]]");
  expect(box?.querySelector("td + td")?.textContent).toBe("18 cm");
  expect(body.children).toHaveLength(3);
  expect(marked.original).toContain("<details");
});

test("boxes change no offsets and no counts", () => {
  const draft = `<p>One two.</p>${table}<p>Made of oak.</p>`;
  const text = "One two.\nDepth\n18 cm\nMade of oak.";
  const start = text.indexOf("oak");
  const rings = [{ start, end: start + 3, key: "0" }];
  const at = draft.indexOf(table);
  const box = { start: at, end: at + table.length, label: "table", inline: false };
  const input = { html: true, draft, original: draft, rings };
  const [plain, marked] = [
    markUp(input),
    markUp({ ...input, boxes: { draft: [box], original: [] } }),
  ];
  expect(marked.draft).toContain('<mark data-key="0">oak</mark>');
  expect(marked.draftWords).toBe(plain.draftWords);
  expect(marked.draftLength).toBe(plain.draftLength);
});

test("a box within running text stays in its line", () => {
  const { body } = boxed(
    '<p>See <a id="x">the guide</a> first.</p>',
    '<a id="x">the guide</a>',
    true,
  );
  expect(body.querySelector("p [data-kept=inline]")?.textContent).toBe("the guide");
  expect(body.textContent).toBe("See the guide first.");
});

test("what cannot be seen is a box that does not open", () => {
  const script = "<script>widget()</script>";
  const { body } = boxed(`<p>One.</p>${script}<p>Two.</p>`, script);
  expect(body.querySelector("details")).toBeNull();
  expect(body.querySelector("[data-kept]")?.textContent).toContain("size table");
  expect(body.innerHTML).not.toContain("widget");
});

test("the shop's text cannot draw boxes of its own", () => {
  const draft =
    '<p>a</p><span data-box-open="0"></span><p>Zebra</p><span data-box-close="0"></span>';
  const { body } = boxed(draft, "<p>a</p>");
  expect(body.querySelectorAll("[data-kept]")).toHaveLength(1);
  expect(body.querySelector("[data-kept]")?.textContent).not.toContain("Zebra");
});

test("the words that a note quotes are marked in the shop's text", () => {
  const input = { html: true, draft: "<p>x</p>", original: "<p>🪔 Depth 18 cm.</p>", rings: [] };
  const marked = markUp({ ...input, sources: ["Depth 18 cm."] });
  expect(marked.original).toContain('<mark data-look="source">');
  expect(marked.original.replace(/<[^>]*>/g, "")).toBe("🪔 Depth 18 cm.");
});
