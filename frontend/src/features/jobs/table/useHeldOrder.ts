import { useRef } from "react";
import type { Windowed } from "@/api";
import type { Item } from "@/contract";

/** Rows fetched at once; the list's pages. */
const PAGE = 100;

export interface HeldRows {
  total: number | undefined;
  rowAt: (index: number) => Item | undefined;
  /** Where a row is now, -1 if it was not shown. */
  indexOf: (id: string) => number;
}

/**
 * The rows of a list, which keep their places while one is edited: another score or a filter that a new text does
 * not pass moves nothing away under the person's hands. What the rows show is up to date.
 */
export function useHeldOrder(list: Windowed<Item>, holding: boolean): HeldRows {
  const held = useRef<{ rows: Map<number, Item>; total: number | undefined }>(undefined);
  if (!holding) held.current = undefined;
  else held.current ??= { rows: shownRows(list), total: list.total };
  const { rowAt, total } = list;
  const holds = held.current;
  if (!holds) {
    const indexOf = (id: string) => {
      for (let index = 0; index < (total ?? 0); index++) if (rowAt(index)?.id === id) return index;
      return -1;
    };
    return { total, rowAt, indexOf };
  }
  const fresh = new Map(list.known().map((item) => [item.id, item]));
  return {
    total: holds.total,
    rowAt: (index) => {
      const was = holds.rows.get(index) ?? rowAt(index);
      if (was === undefined) return undefined;
      const now = fresh.get(was.id) ?? was;
      holds.rows.set(index, now);
      return now;
    },
    indexOf: (id) => [...holds.rows].find(([, item]) => item.id === id)?.[0] ?? -1,
  };
}

/** All rows that are fetched, by their places. */
function shownRows({ total, rowAt }: Windowed<Item>): Map<number, Item> {
  const rows = new Map<number, Item>();
  for (let page = 0; page < (total ?? 0); page += PAGE) {
    for (let index = page; index < page + PAGE; index++) {
      const item = rowAt(index);
      if (!item) break;
      rows.set(index, item);
    }
  }
  return rows;
}
