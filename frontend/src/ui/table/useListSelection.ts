import { useCallback, useMemo, useRef } from "react";
import { type RowSelection, useRowSelection } from "./useRowSelection";

/** A list too long to hold, of which some pages were fetched. */
interface LongList<T> {
  total: number | undefined;
  rowAt(index: number): T | undefined;
  rows(first: number, last: number): Promise<T[]>;
  known(): T[];
}

export interface ListSelection<T> extends RowSelection {
  /** The rows that the selection names, as the list showed them last. Without those of "all". */
  named(): T[];
}

/** Which rows of a long list are chosen, kept with what they showed when they were. */
export function useListSelection<T>(list: LongList<T>, idOf: (row: T) => string): ListSelection<T> {
  const { rowAt, rows, known } = list;
  const seen = useRef(new Map<string, T>());
  const idsBetween = useCallback(
    async (first: number, last: number) =>
      (await rows(first, last)).map((row) => {
        seen.current.set(idOf(row), row);
        return idOf(row);
      }),
    [rows, idOf],
  );
  const selection = useRowSelection(list.total, idsBetween);
  const { touch: touchRow, value } = selection;
  const touch = useCallback(
    (index: number, id: string, range: boolean) => {
      const row = rowAt(index);
      if (row) seen.current.set(id, row);
      touchRow(index, id, range);
    },
    [rowAt, touchRow],
  );
  const named = useCallback(() => {
    const now = new Map(known().map((row) => [idOf(row), row]));
    return value.all
      ? []
      : [...value.ids].flatMap((id) => now.get(id) ?? seen.current.get(id) ?? []);
  }, [known, idOf, value]);
  return useMemo(() => ({ ...selection, touch, named }), [selection, touch, named]);
}
