import { createColumnHelper, tableFeatures } from "@tanstack/react-table";
import type { ReactNode } from "react";

/** A column of a list. `width` is a grid track: "2rem", "minmax(0, 1fr)". */
export interface Column<T> {
  id: string;
  header: ReactNode;
  /** The header is only for screen readers: the cells explain themselves. */
  unseen?: boolean;
  width: string;
  right?: boolean;
  cell: (row: T) => ReactNode;
}

/** What the table core is given: one line on screen. The row may still be on its way. */
export interface Shown<T> {
  index: number;
  row: T | undefined;
}

export const features = tableFeatures({});

/** Our columns as the table core wants them. */
export function coreColumns<T>(columns: Column<T>[]) {
  const helper = createColumnHelper<typeof features, Shown<T>>();
  return helper.columns(
    columns.map((column) =>
      helper.display({
        id: column.id,
        header: () => column.header,
        cell: ({ row }) => (row.original.row === undefined ? null : column.cell(row.original.row)),
      }),
    ),
  );
}
