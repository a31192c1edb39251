import { useCallback, useMemo, useRef, useState } from "react";
import { selectedCount } from "@/lib/selection";
import { type RowSelection, useRowSelection } from "./useRowSelection";

/** A list too long to hold, of which some pages were fetched. */
interface LongList<T> {
  total: number | undefined;
  asOf?: number | undefined;
  rowAt(index: number): T | undefined;
  rows(first: number, last: number): Promise<T[]>;
  known(): T[];
}

export interface ListSelection<T> extends RowSelection {
  /** The moment of the list at which all of it was selected: what changed since is not part of it. */
  asOf: number | undefined;
  /** The rows that the selection names, as the list showed them last. Without those of "all". */
  named(): T[];
}

/** Which rows of a long list are chosen, kept with what they showed when they were. */
export function useListSelection<T>(list: LongList<T>, idOf: (row: T) => string): ListSelection<T> {
  const { rowAt, rows, known, asOf, total } = list;
  const [drawn, setDrawn] = useState<{ asOf: number; total: number }>();
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
  const { touch: touchRow, all: selectAll, value } = selection;
  const all = useCallback(() => {
    setDrawn(asOf === undefined || total === undefined ? undefined : { asOf, total });
    selectAll();
  }, [asOf, total, selectAll]);
  const whole = value.all ? drawn : undefined;
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
  return useMemo(() => {
    const count = whole ? selectedCount(value, whole.total) : selection.count;
    return { ...selection, count, touch, all, named, asOf: whole?.asOf };
  }, [selection, value, whole, touch, all, named]);
}
