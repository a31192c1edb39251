import { useVirtualizer } from "@tanstack/react-virtual";
import {
  type MouseEvent,
  type RefObject,
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { t } from "@/strings";
import { SELECTED } from "../keys/offered";
import { usePainted } from "../keys/usePainted";
import { Cells } from "./Cells";
import type { Column, Order } from "./columns";
import { Heads } from "./Heads";
import { indexOf, isBand, type Line } from "./lines";
import { placeOf, useKeepPlace } from "./places";
import { Row } from "./Row";
import { useCursor } from "./useCursor";
import { useRowMenu } from "./useRowMenu";
import type { RowSelection } from "./useRowSelection";
import { useStickyRange } from "./useStickyRange";
import classes from "./VirtualTable.module.css";

/** The height of the column heads, in rem; the style sheet has the same. */
const HEAD = 1.875;

export interface VirtualTableProps<T> {
  label: string;
  columns: Column<T>[];
  /** Rows and bands together. */
  total: number;
  lineAt: (index: number) => Line<T>;
  idOf: (row: T) => string;
  nameOf: (row: T) => string;
  /** In rem, so that rows grow with the text. */
  rowHeight: number;
  selection?: RowSelection | undefined;
  onOpen?: ((row: T, index: number) => void) | undefined;
  onCursor?: ((index: number) => void) | undefined;
  order?: Order | undefined;
  /** Called when a person orders the list by a column. */
  onOrder?: ((order: Order) => void) | undefined;
  /**
   * Set to a function that checks that the row under the cursor is painted and visible, scrolling to it if
   * necessary.
   */
  cursorShown?: RefObject<() => boolean> | undefined;
  /** The row to keep in sight and under the cursor, if it is on screen or fetched. */
  pointTo?: string | undefined;
  /** Changes when a row becomes higher or lower than it was. */
  layout?: string | undefined;
  /** The list's name, under which its position is restored. */
  memory?: string | undefined;
  /** Called with the lines on screen, so that they can be fetched. */
  onShow?: ((first: number, last: number) => void) | undefined;
}

/** A list of any length: only the rows on screen exist. */
export function VirtualTable<T>(props: VirtualTableProps<T>) {
  const { label, columns, total, lineAt, idOf, nameOf, rowHeight, selection, onOpen, onShow } =
    props;
  const grid = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const base = useId();
  const rem = useRem();
  const head = HEAD * rem;
  const isBandAt = useCallback((index: number) => isBand(lineAt(index)), [lineAt]);
  const rangeExtractor = useStickyRange(total, lineAt);
  const { memory } = props;
  const [left] = useState(() => placeOf(memory));

  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => {
      const line = lineAt(index);
      return Math.round((line?.height ?? rowHeight) * rem);
    },
    overscan: 12,
    rangeExtractor,
    scrollMargin: head,
    scrollPaddingStart: head,
    initialRect: { width: 1200, height: 800 },
    initialOffset: left.offset,
  });
  const items = virtual.getVirtualItems();
  const first = virtual.range?.startIndex ?? 0;
  const last = virtual.range?.endIndex ?? 0;
  useEffect(() => onShow?.(first, last), [onShow, first, last]);

  const rowAt = (index: number) => {
    const line = lineAt(index);
    return line && "row" in line ? line.row : undefined;
  };
  const idAt = (index: number) => {
    const row = rowAt(index);
    return row === undefined ? undefined : idOf(row);
  };
  const scrollTo = useCallback((index: number) => virtual.scrollToIndex(index), [virtual]);
  const nameAt = (index: number) => {
    const row = rowAt(index);
    return row === undefined ? t.common.noRow : nameOf(row);
  };
  const openAt = (index: number) => {
    const row = rowAt(index);
    if (row !== undefined) onOpen?.(row, index);
  };
  const { cursor, moveTo } = useCursor({
    start: left.cursor,
    total,
    isBandAt,
    idAt,
    selection,
    onOpen: onOpen && openAt,
    onMove: props.onCursor,
    scrollTo,
  });
  const painted = usePainted(idAt(cursor));
  const { cursorShown } = props;
  useLayoutEffect(() => {
    if (!cursorShown) return;
    cursorShown.current = () => {
      const row = document.getElementById(`${base}-${cursor}`);
      if (painted() && row && scroller.current && overlaps(row, scroller.current)) return true;
      scrollTo(cursor);
      return false;
    };
  });
  useKeepPlace(memory, { offset: virtual.scrollOffset ?? left.offset, cursor });
  const { pointTo } = props;
  // biome-ignore lint/correctness/useExhaustiveDependencies: follows the preview from item to item, not each new row
  useEffect(() => {
    const index = pointTo === undefined ? -1 : indexOf(pointTo, cursor, total, idAt);
    if (index >= 0) moveTo(index);
  }, [pointTo]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows are measured again when text or rows change their size
  useEffect(() => virtual.measure(), [rem, rowHeight, props.layout]);

  const rowMenu = useRowMenu(() => grid.current?.focus());
  const openMenu = (event: MouseEvent<HTMLElement>) => {
    const under = (event.target as Element).closest("[data-index]");
    const index = under ? Number(under.getAttribute("data-index")) : cursor;
    const row = document.getElementById(`${base}-${index}`);
    if (!row || rowAt(index) === undefined) return;
    event.preventDefault();
    moveTo(index);
    const id = idAt(index);
    const others = countOthers(selection, id);
    // A row that is pointed at outside of the selection takes its place; the menu key points at none.
    const isOutside = under !== null && others > 0 && id !== undefined && !selection?.has(id);
    const putBack = isOutside ? selection?.instead(index, id) : undefined;
    const about = others > 0 && !isOutside ? grid.current : row;
    // The menu key has no place of its own.
    const mouse = under ? { x: event.clientX, y: event.clientY } : undefined;
    rowMenu.open(row, mouse, about ?? row, putBack);
  };

  const selectedName = useSelectedName(selection, (id) => {
    const index = indexOf(id, cursor, total, idAt);
    return index < 0 ? undefined : nameAt(index);
  });
  const template = columns.map((column) => column.width).join(" ");
  const gridTemplateColumns = selection ? `1rem ${template}` : template;

  return (
    // A grid of divs: a table element cannot hold rows that are placed by offset.
    <div
      ref={grid}
      className={classes.table}
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-rowcount={total + 1}
      aria-multiselectable={selection ? true : undefined}
      {...{ [SELECTED]: selectedName }}
      onContextMenu={openMenu}
      aria-activedescendant={total > 0 ? `${base}-${cursor}` : undefined}
    >
      {rowMenu.menu}
      <div className={classes.scroller} ref={scroller} role="presentation">
        <Heads
          columns={columns}
          template={gridTemplateColumns}
          selection={selection}
          total={total}
          order={props.order}
          onOrder={props.onOrder}
        />
        <div className={classes.body} style={{ height: virtual.getTotalSize() }} role="rowgroup">
          {items.map((item) => {
            const line = lineAt(item.index);
            const row = rowAt(item.index);
            return (
              <Row
                key={isBand(line) ? line.key : (idAt(item.index) ?? item.index)}
                id={`${base}-${item.index}`}
                line={line}
                index={item.index}
                start={item.start - head}
                size={item.size}
                stuck={isBand(line) && line.sticky === true && item.index < first}
                template={gridTemplateColumns}
                current={item.index === cursor}
                name={nameAt(item.index)}
                rowId={idAt(item.index)}
                selection={selection}
                onPoint={moveTo}
                onOpen={onOpen && openAt}
              >
                {row !== undefined && <Cells row={row} columns={columns} />}
              </Row>
            );
          })}
        </div>
      </div>
    </div>
  );
}

/** How the selection is named: one row by its own name, which it keeps while it is out of sight. */
function useSelectedName(
  selection: RowSelection | undefined,
  nameOf: (id: string) => string | undefined,
): string | undefined {
  const value = selection?.value;
  const [id] = value && !value.all && value.ids.size === 1 ? value.ids : [];
  // biome-ignore lint/correctness/useExhaustiveDependencies: a row is near the cursor when it is selected
  const name = useMemo(() => (id === undefined ? undefined : nameOf(id)), [id]);
  if (!selection?.count) return undefined;
  return name ?? t.keys.selectedRows(selection.count);
}

/** How many rows are selected besides that one. */
function countOthers(selection: RowSelection | undefined, id: string | undefined): number {
  if (!selection) return 0;
  return selection.count - (id !== undefined && selection.has(id) ? 1 : 0);
}

/** Whether the middle of the row is within the list. */
function overlaps(row: Element, list: Element): boolean {
  const { top, height } = row.getBoundingClientRect();
  const box = list.getBoundingClientRect();
  const middle = top + height / 2;
  return middle >= box.top && middle <= box.bottom;
}

/** The current size of a rem; text size changes it. */
function useRem(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
}
