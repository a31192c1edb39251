import { useCallback, useRef, useState } from "react";
import {
  everything,
  isSelected,
  nothing,
  type Selection,
  selectedCount,
  set,
} from "@/lib/selection";

export interface RowSelection {
  value: Selection;
  count: number;
  has(id: string): boolean;
  /** Selects or deselects one row; with `range`, everything from the last one touched. */
  touch(index: number, id: string, range: boolean): void;
  /** Selects exactly these rows. */
  only(ids: string[]): void;
  all(): void;
  clear(): void;
}

/** The selected rows. A range may include rows that were never on screen: `idsBetween` fetches theirs. */
export function useRowSelection(
  total: number | undefined,
  idsBetween: (first: number, last: number) => Promise<string[]>,
): RowSelection {
  const [value, setValue] = useState<Selection>(nothing);
  const anchor = useRef(0);

  const touch = useCallback(
    (index: number, id: string, range: boolean) => {
      if (!range) {
        anchor.current = index;
        setValue((now) => set(now, [id], !isSelected(now, id)));
        return;
      }
      const [first, last] = [Math.min(anchor.current, index), Math.max(anchor.current, index)];
      void idsBetween(first, last).then((ids) => setValue((now) => set(now, ids, true)));
    },
    [idsBetween],
  );
  const only = useCallback((ids: string[]) => setValue(set(nothing, ids, true)), []);
  const all = useCallback(() => setValue(everything), []);
  const clear = useCallback(() => setValue(nothing), []);

  return {
    value,
    count: selectedCount(value, total ?? 0),
    has: (id) => isSelected(value, id),
    touch,
    only,
    all,
    clear,
  };
}
