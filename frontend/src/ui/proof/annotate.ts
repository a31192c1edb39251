import type { Range } from "./changes";
import type { Piece } from "./visible";

/** A stretch of text and the element that is to hold it. */
export interface Wrap extends Range {
  tag: "ins" | "del" | "mark";
  /** Carried as data-key, so that a note can find its words. */
  key?: string;
}

/** Puts the elements around their words. Later wraps lie inside earlier ones. */
export function annotate(pieces: Piece[], wraps: Wrap[]): void {
  for (const piece of pieces) {
    const end = piece.start + piece.length;
    const here = wraps.filter((wrap) => wrap.start < end && wrap.end > piece.start);
    if (here.length > 0) piece.node.replaceWith(...split(piece, here));
  }
}

function split(piece: Piece, wraps: Wrap[]): Node[] {
  const characters = [...piece.node.data];
  const cuts = new Set([0, piece.length]);
  for (const wrap of wraps) {
    cuts.add(Math.max(0, wrap.start - piece.start));
    cuts.add(Math.min(piece.length, wrap.end - piece.start));
  }
  const sorted = [...cuts].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((from, i) => {
    const text = characters.slice(from, sorted[i + 1]).join("");
    const at = piece.start + from;
    const around = wraps.filter((wrap) => wrap.start <= at && wrap.end > at);
    return around.reduceRight<Node>(
      (inner, wrap) => element(piece.node.ownerDocument, wrap, inner),
      piece.node.ownerDocument.createTextNode(text),
    );
  });
}

function element(document: Document, wrap: Wrap, inner: Node): HTMLElement {
  const outer = document.createElement(wrap.tag);
  if (wrap.key !== undefined) outer.dataset.key = wrap.key;
  outer.append(inner);
  return outer;
}

const BLOCKS = "p, li, h1, h2, h3, h4, h5, h6, td, th, blockquote, pre, dt, dd";

/**
 * Blocks that are new as a whole get a bar in the margin instead of underlined words. Returns the
 * ranges that are still to be underlined.
 */
export function barNewBlocks(body: HTMLElement, pieces: Piece[], added: Range[]): Range[] {
  const barred: Range[] = [];
  for (const block of body.querySelectorAll(BLOCKS)) {
    const own = pieces.filter(
      (piece) => block.contains(piece.node) && piece.node.data.trim() !== "",
    );
    const first = own[0];
    const last = own.at(-1);
    if (!first || !last || block.querySelector(BLOCKS)) continue;
    const range = { start: first.start, end: last.start + last.length };
    if (covered(range, added) < 0.9) continue;
    block.setAttribute("data-new", "");
    barred.push(range);
  }
  return added
    .filter((range) => !barred.some((bar) => range.start >= bar.start && range.end <= bar.end))
    .flatMap((range) => cut(range, barred));
}

function covered(range: Range, by: Range[]): number {
  const length = range.end - range.start;
  const sum = by.reduce(
    (total, r) => total + Math.max(0, Math.min(r.end, range.end) - Math.max(r.start, range.start)),
    0,
  );
  return length === 0 ? 0 : sum / length;
}

/** What is left of a range outside the others. */
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
