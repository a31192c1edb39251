import { useCallback, useEffect, useLayoutEffect, useState } from "react";
import { t } from "@/strings";
import { useKeys } from "../keys/useKeys";
import { nextRow } from "./lines";
import type { RowSelection } from "./useRowSelection";

interface CursorOptions {
  /** The line where the cursor starts. */
  start: number;
  total: number;
  isBandAt: (index: number) => boolean;
  idAt: (index: number) => string | undefined;
  selection: RowSelection | undefined;
  onOpen: ((index: number) => void) | undefined;
  onMove: ((index: number) => void) | undefined;
  scrollTo: (index: number) => void;
}

/** The row that keys act on, and the keys of every list. */
export function useCursor(options: CursorOptions) {
  const { start, total, isBandAt, idAt, selection, onOpen, onMove, scrollTo } = options;
  const [cursor, setCursor] = useState(start);
  const last = Math.max(0, total - 1);
  const current = Math.min(cursor, last);

  // Before a key can act on it: the cursor starts at a place, steps off a band, and follows the end of the list.
  // biome-ignore lint/correctness/useExhaustiveDependencies: told of each row, not again for each new function
  useLayoutEffect(() => onMove?.(current), [current]);
  const moveTo = useCallback(
    (index: number) => {
      setCursor(index);
      onMove?.(index);
      scrollTo(index);
    },
    [onMove, scrollTo],
  );
  useEffect(() => {
    if (total > 0 && isBandAt(current)) setCursor(nextRow(current, 1, total, isBandAt));
  }, [current, total, isBandAt]);

  /** Goes to that line, or to the next row in that direction. */
  const goTo = (index: number, by: 1 | -1) => {
    const to = nextRow(index, by, total, isBandAt);
    if (to >= 0 && to <= last) moveTo(to);
    return to;
  };
  const step = (by: 1 | -1) => goTo(current + by, by);
  const extend = (by: 1 | -1) => {
    const here = idAt(current);
    if (!selection || here === undefined) return;
    if (!selection.has(here)) selection.touch(current, here, false);
    const id = idAt(step(by));
    if (id !== undefined && !selection.has(id)) selection.touch(current + by, id, false);
  };
  const touchHere = () => {
    const id = idAt(current);
    if (id !== undefined) selection?.touch(current, id, false);
  };

  useKeys("page", [
    { combos: ["arrowdown", "j"], label: t.keys.next, run: () => step(1), repeats: true },
    { combos: ["arrowup", "k"], label: t.keys.previous, run: () => step(-1), repeats: true },
    { combos: ["home"], label: t.keys.firstRow, run: () => goTo(0, 1), repeats: true },
    { combos: ["end"], label: t.keys.lastRow, run: () => goTo(last, -1), repeats: true },
    ...(onOpen
      ? [
          {
            combos: ["enter"],
            label: t.keys.openRow,
            run: () => onOpen(current),
            onRow: true,
          },
        ]
      : []),
    ...(selection
      ? [
          { combos: ["x"], label: t.keys.select, run: touchHere, onRow: true },
          {
            combos: ["shift+arrowdown"],
            label: t.keys.extendDown,
            run: () => extend(1),
            repeats: true,
          },
          {
            combos: ["shift+arrowup"],
            label: t.keys.extendUp,
            run: () => extend(-1),
            repeats: true,
          },
          { combos: ["mod+a"], label: t.keys.selectAll, run: selection.all },
        ]
      : []),
  ]);
  return { cursor: current, moveTo };
}
