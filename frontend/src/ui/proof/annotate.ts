import type { Piece } from "@/lib/visible";
import type { Range } from "./changes";

/** A span of text and the element to wrap it in. */
export interface Wrap extends Range {
  tag: "ins" | "del" | "mark" | "u";
  /** Set as data-key, so that a note can find its words. */
  key?: string;
  /** Set as data-look: what the mark says of the words. */
  look?: Look | undefined;
}

/** Contradicts the data; the words that a contradiction is measured against. Other marks are warnings. */
export type Look = "contradicts" | "source";

/** Wraps the elements around their words. Later wraps are inside earlier ones. */
export function annotate(pieces: Piece[], wraps: Wrap[]): void {
  for (const piece of pieces) {
    if (piece.node.data.trim() === "") continue; // the space between two blocks would be a bar
    const [first = 0, last = 0] = [piece.offsets[0], piece.offsets.at(-1)];
    const near = wraps.filter((wrap) => wrap.start <= last && wrap.end > first);
    if (near.length > 0) piece.node.replaceWith(...split(piece, near));
  }
}

/** The text node split where wraps begin and end, each part in its elements. */
function split({ node, offsets }: Piece, wraps: Wrap[]): Node[] {
  const parts: Part[] = [];
  [...node.data].forEach((character, i) => {
    const at = offsets[i] ?? 0;
    const around = wraps.filter((wrap) => wrap.start <= at && wrap.end > at);
    const part = parts.at(-1);
    const same =
      part?.around.length === around.length && part.around.every((w, n) => w === around[n]);
    if (part && same) part.text += character;
    else parts.push({ text: character, around });
  });
  return nested(node.ownerDocument, parts, 0);
}

interface Part {
  text: string;
  around: Wrap[];
}

/** The parts in their elements: neighbours in the same element share it. */
function nested(document: Document, parts: Part[], level: number): Node[] {
  const groups: { wrap: Wrap | undefined; parts: Part[] }[] = [];
  for (const part of parts) {
    const wrap = part.around[level];
    const last = groups.at(-1);
    if (last && wrap && last.wrap === wrap) last.parts.push(part);
    else groups.push({ wrap, parts: [part] });
  }
  return groups.map(({ wrap, parts: inner }) =>
    wrap
      ? element(document, wrap, nested(document, inner, level + 1))
      : document.createTextNode(inner.map(({ text }) => text).join("")),
  );
}

function element(document: Document, wrap: Wrap, inner: Node[]): HTMLElement {
  const outer = document.createElement(wrap.tag);
  if (wrap.key !== undefined) outer.dataset.key = wrap.key;
  if (wrap.look) outer.dataset.look = wrap.look;
  outer.append(...inner);
  return outer;
}

/** A block of which at least this share is new counts as new. */
const NEW = 0.9;

const BLOCKS = "p, li, h1, h2, h3, h4, h5, h6, td, th, blockquote, pre, dt, dd";

/**
 * Blocks that are entirely new get a bar in the margin instead of underlined words. Returns the ranges still to be
 * underlined.
 */
export function barNewBlocks(body: HTMLElement, pieces: Piece[], added: Range[]): Range[] {
  const barred: Range[] = [];
  for (const block of body.querySelectorAll(BLOCKS)) {
    const range = rangeOf(block, pieces);
    if (!range || block.querySelector(BLOCKS) || covered(range, added) < NEW) continue;
    block.setAttribute("data-new", "");
    barred.push(range);
  }
  return added.flatMap((range) => cut(range, barred));
}

/** The range of a block's words; undefined if it has none. */
function rangeOf(block: Element, pieces: Piece[]): Range | undefined {
  const own = pieces.filter(({ node }) => block.contains(node) && node.data.trim() !== "");
  const start = own[0]?.offsets[0];
  const last = own.at(-1)?.offsets.at(-1);
  return start === undefined || last === undefined ? undefined : { start, end: last + 1 };
}

function covered(range: Range, by: Range[]): number {
  const length = range.end - range.start;
  const sum = by.reduce(
    (total, r) => total + Math.max(0, Math.min(r.end, range.end) - Math.max(r.start, range.start)),
    0,
  );
  return length === 0 ? 0 : sum / length;
}

/** The parts of a range outside the others. */
function cut(range: Range, others: Range[]): Range[] {
  return others.reduce<Range[]>(
    (rest, other) =>
      rest.flatMap((r) => {
        if (other.end <= r.start || other.start >= r.end) return [r];
        return [
          { start: r.start, end: other.start },
          { start: other.end, end: r.end },
        ].filter((part) => part.end > part.start);
      }),
    [range],
  );
}
