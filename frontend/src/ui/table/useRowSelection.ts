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
  /** Selects that row alone, and returns what puts the selection back, unless it has changed again. */
  instead(index: number, id: string): () => void;
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
  const instead = useCallback(
    (index: number, id: string) => {
      const alone = set(nothing, [id], true);
      const from = anchor.current;
      anchor.current = index;
      setValue(alone);
      return () => {
        anchor.current = from;
        setValue((now) => (now === alone ? value : now));
      };
    },
    [value],
  );
  const only = useCallback((ids: string[]) => setValue(set(nothing, ids, true)), []);
  const all = useCallback(() => setValue(everything), []);
  const clear = useCallback(() => setValue(nothing), []);

  return {
    value,
    count: selectedCount(value, total ?? 0),
    has: (id) => isSelected(value, id),
    touch,
    instead,
    only,
    all,
    clear,
  };
}
