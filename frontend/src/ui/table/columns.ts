import type { ReactNode } from "react";

/** A column of a list. `width` is a grid track: "2rem", "minmax(0, 1fr)". */
export interface Column<T> {
  id: string;
  header: ReactNode;
  /** The header is only for screen readers: the cells explain themselves. */
  unseen?: boolean;
  width: string;
  right?: boolean;
  /** The list can be ordered by it: the name of the order. */
  sort?: string;
  /** Not a component: a cell that needs hooks renders one. */
  cell: (row: T) => ReactNode;
}

/** What a list is ordered by. */
export interface Order {
  /** The `sort` of a column. */
  by: string;
  descending: boolean;
}
