import type { Row as CoreRow, ReactTable } from "@tanstack/react-table";
import { memo, type ReactNode } from "react";
import type { Column, features, Shown } from "./columns";

interface CellsProps<T> {
  core: CoreRow<typeof features, Shown<T>>;
  table: ReactTable<typeof features, Shown<T>>;
  columns: Column<T>[];
}

function PlainCells<T>({ core, table, columns }: CellsProps<T>): ReactNode {
  return core.getAllCells().map((cell, i) => (
    <div key={cell.id} role="gridcell" data-right={columns[i]?.right || undefined}>
      <table.FlexRender cell={cell} />
    </div>
  ));
}

/**
 * The cells of a row. Scrolling moves rows without changing them: they render again only when the row or the columns
 * change.
 */
export const Cells = memo(
  PlainCells,
  (before, after) =>
    before.core.original.row === after.core.original.row && before.columns === after.columns,
) as typeof PlainCells;
