import { canon } from "./canon";

/** A loss: how many of a tag ("table"), an attribute ("[style]") or comment ("!"). */
export interface Loss {
  what: string;
  count: number;
}

/** For changes that have no name. */
export const SHAPE = "shape";

/** Parts of a table are lost with it. */
const PARTS = new Set(["tbody", "thead", "tfoot", "tr", "td", "th", "caption", "col", "colgroup"]);

/** The parts of `before` that `after` lacks; empty if both mean the same. */
export function lossesBetween(before: string, after: string): Loss[] {
  const [had, has] = [canon(before), canon(after)];
  if (had.tokens.join("\n") === has.tokens.join("\n")) return [];
  const losses = [...had.counts].flatMap(([what, n]) => {
    const count = n - (has.counts.get(what) ?? 0);
    return count > 0 ? [{ what, count }] : [];
  });
  const table = losses.some(({ what }) => what === "table");
  const named = losses.filter(({ what }) => !(table && PARTS.has(what)));
  return named.length > 0 ? named : [{ what: SHAPE, count: 1 }];
}
