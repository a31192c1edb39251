import type { ReactNode } from "react";

/** A full-width line between rows: the head of a group, or a note that belongs to the row above. */
export interface Band {
  band: ReactNode;
  key: string;
  /** In rem. */
  height: number;
  /** Stays at the top while its group scrolls by. */
  sticky?: boolean;
}

/** A line of a list: a row, a band, or nothing yet (it is being fetched). */
export type Line<T> = TableRow<T> | Band | undefined;

/** A row; one that is higher than the others says so, in rem. */
export interface TableRow<T> {
  row: T;
  height?: number;
}

export function isBand<T>(line: Line<T>): line is Band {
  return line !== undefined && "band" in line;
}

/** The nearest row from `start` on, in the direction of `step`; `start - step` if there is none. */
export function nextRow(
  start: number,
  step: 1 | -1,
  total: number,
  isBandAt: (index: number) => boolean,
): number {
  for (let index = start; index >= 0 && index < total; index += step) {
    if (!isBandAt(index)) return index;
  }
  return start - step;
}

/** How far from the cursor a row is searched by its id. */
const NEAR = 500;

/** The row's index, searched around the cursor; -1 if it is not fetched. */
export function indexOf(
  id: string,
  around: number,
  total: number,
  idAt: (index: number) => string | undefined,
): number {
  for (let by = 0; by < NEAR; by++) {
    if (around + by < total && idAt(around + by) === id) return around + by;
    if (around - by >= 0 && idAt(around - by) === id) return around - by;
  }
  return -1;
}
