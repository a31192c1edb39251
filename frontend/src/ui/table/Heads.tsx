import { Checkbox } from "@mantine/core";
import type { ReactNode } from "react";
import { t } from "@/strings";
import { Icon } from "../Icon";
import text from "../text.module.css";
import type { Column, Order } from "./columns";
import type { RowSelection } from "./useRowSelection";
import classes from "./VirtualTable.module.css";

interface HeadsProps<T> {
  columns: Column<T>[];
  template: string;
  selection: RowSelection | undefined;
  total: number;
  order: Order | undefined;
  onOrder: ((order: Order) => void) | undefined;
}

/** The column heads, and the box that selects all. */
export function Heads<T>({ columns, template, selection, total, order, onOrder }: HeadsProps<T>) {
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
        <span
          key={column.id}
          role="columnheader"
          data-right={column.right || undefined}
          aria-sort={sortOf(column.sort, order)}
        >
          {column.sort !== undefined && onOrder ? (
            <OrderButton by={column.sort} order={order} onOrder={onOrder}>
              {column.header}
            </OrderButton>
          ) : (
            <span className={column.unseen ? text.sr : undefined}>{column.header}</span>
          )}
        </span>
      ))}
    </div>
  );
}

function sortOf(by: string | undefined, order: Order | undefined) {
  if (by === undefined || by !== order?.by) return undefined;
  return order.descending ? "descending" : "ascending";
}

interface OrderButtonProps {
  by: string;
  order: Order | undefined;
  onOrder: (order: Order) => void;
  children: ReactNode;
}

/** Orders the list by a column; pressed again, the other way round. */
function OrderButton({ by, order, onOrder, children }: OrderButtonProps) {
  const current = order?.by === by;
  return (
    <button
      type="button"
      className={classes.order}
      data-offered={typeof children === "string" ? t.common.orderBy(children) : undefined}
      onClick={() => onOrder({ by, descending: current && !order.descending })}
    >
      <span>{children}</span>
      {current && <Icon shape={order.descending ? "down" : "up"} tone="accent" small />}
    </button>
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
