import type { ReactNode } from "react";

/** A column of a list. `width` is a grid track: "2rem", "minmax(0, 1fr)". */
export interface Column<T> {
  id: string;
  header: ReactNode;
  /** The header is only for screen readers: the cells explain themselves. */
  unseen?: boolean;
  width: string;
  right?: boolean;
  /** Not a component: a cell that needs hooks renders one. */
  cell: (row: T) => ReactNode;
}
