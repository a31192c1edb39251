import { Checkbox } from "@mantine/core";
import type { MouseEvent, ReactNode } from "react";
import { t } from "@/strings";
import { isBand, type Line } from "./lines";
import type { RowSelection } from "./useRowSelection";
import classes from "./VirtualTable.module.css";

interface RowProps {
  id: string;
  line: Line<unknown>;
  index: number;
  start: number;
  size: number;
  stuck: boolean;
  template: string;
  current: boolean;
  name: string;
  rowId: string | undefined;
  selection: RowSelection | undefined;
  onPoint: (index: number) => void;
  onOpen: ((index: number) => void) | undefined;
  children: ReactNode;
}

const OWN = "a, button, input, label, textarea, summary";

/** One line on screen: a band, a row, or a grey placeholder of the same height. */
export function Row(props: RowProps) {
  const { id, line, index, start, size, stuck, template, current, name, rowId, selection } = props;
  const place = stuck ? undefined : `translateY(${start}px)`;
  if (isBand(line)) {
    return (
      <div
        className={classes.band}
        role="row"
        aria-rowindex={index + 2}
        data-stuck={stuck || undefined}
        style={{ height: size, transform: place }}
      >
        <div role="gridcell">{line.band}</div>
      </div>
    );
  }

  const chosen = rowId !== undefined && (selection?.has(rowId) ?? false);
  const touch = (range: boolean) => {
    props.onPoint(index);
    if (rowId !== undefined) selection?.touch(index, rowId, range);
  };
  const onClick = (event: MouseEvent) => {
    // A control in the row acts for itself and leaves the cursor where it is.
    if ((event.target as Element).closest(OWN)) props.onPoint(index);
    else if (selection) touch(event.shiftKey);
    else {
      props.onPoint(index);
      props.onOpen?.(index);
    }
  };
  return (
    <div
      id={id}
      className={classes.row}
      role="row"
      aria-rowindex={index + 2}
      data-index={index}
      data-row={name}
      aria-selected={selection ? chosen : undefined}
      data-current={current || undefined}
      data-selected={chosen || undefined}
      style={{ height: size, transform: place, gridTemplateColumns: template }}
      onClick={onClick}
      onMouseDown={(event) => event.shiftKey && event.preventDefault()}
    >
      {selection && (
        <div role="gridcell">
          <Checkbox
            size="xs"
            tabIndex={-1}
            aria-label={t.common.selectRow(name)}
            checked={chosen}
            onChange={() => {}}
            onClick={(event) => touch(event.shiftKey)}
          />
        </div>
      )}
      {line === undefined ? <span className={classes.ghost} role="gridcell" /> : props.children}
    </div>
  );
}
