import { Checkbox } from "@mantine/core";
import { t } from "@/strings";
import text from "../text.module.css";
import type { Column } from "./columns";
import type { RowSelection } from "./useRowSelection";
import classes from "./VirtualTable.module.css";

interface HeadsProps<T> {
  columns: Column<T>[];
  template: string;
  selection: RowSelection | undefined;
  total: number;
}

/** The column heads, and the box that selects all. */
export function Heads<T>({ columns, template, selection, total }: HeadsProps<T>) {
  return (
    <div
      className={classes.head}
      role="row"
      style={{ gridTemplateColumns: template }}
      aria-rowindex={1}
    >
      {selection && (
        <span role="columnheader">
          <SelectAll selection={selection} total={total} />
        </span>
      )}
      {columns.map((column) => (
        <span key={column.id} role="columnheader" data-right={column.right || undefined}>
          <span className={column.unseen ? text.sr : undefined}>{column.header}</span>
        </span>
      ))}
    </div>
  );
}

function SelectAll({ selection, total }: { selection: RowSelection; total: number }) {
  const full = total > 0 && selection.count === total;
  return (
    <Checkbox
      size="xs"
      aria-label={t.common.selectAll}
      checked={full}
      indeterminate={selection.count > 0 && !full}
      onChange={() => (full ? selection.clear() : selection.all())}
    />
  );
}
