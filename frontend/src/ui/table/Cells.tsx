import { memo, type ReactNode } from "react";
import type { Column } from "./columns";

interface CellsProps<T> {
  row: T;
  columns: Column<T>[];
}

function PlainCells<T>({ row, columns }: CellsProps<T>): ReactNode {
  return columns.map((column) => (
    <div key={column.id} role="gridcell" data-right={column.right || undefined}>
      {column.cell(row)}
    </div>
  ));
}

/**
 * The cells of a row. Scrolling moves rows without changing them: they render again only when the row or the columns
 * change.
 */
export const Cells = memo(PlainCells) as typeof PlainCells;
