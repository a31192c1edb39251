import { defaultRangeExtractor, type Range } from "@tanstack/react-virtual";
import { useCallback } from "react";
import { isBand, type Line } from "./lines";

/** Lists without groups have none at the top: do not walk 200,000 rows to find out. */
const FAR = 2000;

/** The head of the group that a line belongs to, or undefined. */
function headOf<T>(from: number, lineAt: (index: number) => Line<T>): number | undefined {
  for (let index = from; index >= Math.max(0, from - FAR); index--) {
    const line = lineAt(index);
    if (line === undefined) return undefined;
    if (isBand(line) && line.sticky) return index;
  }
  return undefined;
}

/** Keeps the head of the first visible row's group on screen. */
export function useStickyRange<T>(total: number, lineAt: (index: number) => Line<T>) {
  return useCallback(
    (range: Range) => {
      const shown = defaultRangeExtractor(range);
      const head = headOf(Math.min(range.startIndex, total - 1), lineAt);
      return head === undefined || shown.includes(head) ? shown : [head, ...shown];
    },
    [total, lineAt],
  );
}
