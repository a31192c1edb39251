import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { describeError, isNarrowed, useItemList, useLengths, useNarrowing } from "@/api";
import type { Item, ItemFilter, Job, LengthRule, PasteRequest, ShopOverview } from "@/contract";
import { asShown } from "@/domain/item";
import { publishingWords } from "@/domain/publishingWords";
import type { Publishing } from "@/flows/usePublishing";
import { t } from "@/strings";
import { useKeys } from "@/ui/keys/useKeys";
import { notifyPlain, notifyTrouble } from "@/ui/notify";
import { Empty, ErrorState, Loading } from "@/ui/States";
import { useListSelection } from "@/ui/table/useListSelection";
import { VirtualTable } from "@/ui/table/VirtualTable";
import { ItemSelectionBar } from "../ItemSelectionBar";
import { itemOrder, orderOf } from "../itemOrder";
import { JobFilterButton, JobFilters } from "../JobFilters";
import type { JobPageProps } from "../props";
import { useConflictActions } from "../useConflictActions";
import { useItemActions } from "../useItemActions";
import { useJobFilters } from "../useJobFilters";
import { FindReplace } from "./FindReplace";
import { PasteDialog } from "./PasteDialog";
import { TableTools } from "./TableTools";
import classes from "./table.module.css";
import { rowHeights, tableColumns } from "./tableColumns";
import { useCells } from "./useCells";
import { type HeldRows, useHeldOrder } from "./useHeldOrder";

type ItemTableProps = Omit<JobPageProps, "children" | "onBack" | "newJob"> & {
  known: Job;
  publishing: Publishing;
  headTools: HTMLElement | null;
};

const idOf = (item: Item) => item.id;

/** Fits every text: until the job's rule is known. */
const OPEN: LengthRule = {
  unit: "characters",
  min: 0,
  max: 0,
  pixels: 0,
  pixel_size: 0,
  width_counts: false,
};

/** A job's short texts as a table: typed in the cell, with their length, pasted as a column. */
export function ItemTable(props: ItemTableProps) {
  const { shop, known: job, filter, search, order, onPreview, onOpen, publishing } = props;
  const list = useItemList(job.id, filter, search, order);
  const narrowing = useNarrowing();
  const place = `${job.id}/table/${filter}/${search}/${order}/${JSON.stringify(narrowing)}`;
  const selection = useListSelection(list, idOf);
  const { clear } = selection;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a selection is kept while filters change
  useEffect(clear, [job.id, clear]);
  const filters = useJobFilters(job, narrowing, props.onNarrow);
  const cursor = useRef(0);
  const [pointed, setPointed] = useState<string>();
  const cursorShown = useRef(() => false);
  const rows = useRef<HeldRows>({ total: undefined, rowAt: list.rowAt, indexOf: () => -1 });
  const cells = useCells(
    job.id,
    useCallback(() => rows.current, []),
  );
  const held = useHeldOrder(list, cells.editing !== undefined);
  rows.current = held;
  const { rowAt } = held;
  const total = held.total;
  const actions = useItemActions({
    shop,
    job: job.id,
    filter,
    search,
    list,
    selection,
    cursor,
    cursorShown,
    publishing,
    onPoint: setPointed,
  });
  const conflictBar = useConflictActions({ job, filter, search, selection, publishing });
  const rule = useLengths(job.id).data?.rule ?? OPEN;
  const [pasted, setPasted] = useState<PasteRequest>();
  const { rows: fetchRows } = list;
  const paste = useCallback(
    (from: Item, text: string) => {
      const first = rows.current.indexOf(from.id);
      const lines = text.split(/\r\n|\r|\n/).length;
      const last = Math.min(first + lines, rows.current.total ?? 0) - 1;
      cells.cancel();
      fetchRows(Math.max(first, 0), last).then(
        (into) => setPasted({ job_id: job.id, text, into: into.map(asPasted) }),
        (error: Error) => notifyTrouble(describeError(error)),
      );
    },
    [cells, fetchRows, job.id],
  );
  const columns = useMemo(
    () => tableColumns(shop, job.field, { cells, rule, open: onOpen, paste }),
    [shop, job.field, cells, rule, onOpen, paste],
  );
  const heights = rowHeights(job.field);
  const edited = cells.editing?.id;
  const lineAt = (index: number) => {
    const row = rowAt(index);
    return row && (row.id === edited ? { row, height: heights.edited } : { row });
  };
  const here = () => rowAt(cursor.current);
  const previewHere = () => {
    const item = here();
    if (item) onPreview(item.position);
  };
  const editHere = () => {
    const item = here();
    if (item) cells.begin(item);
  };
  useKeys("page", [
    { combos: ["space"], label: t.jobs.items.preview, run: previewHere, off: !total, onRow: true },
    { combos: ["f2"], label: t.table.editKey, run: editHere, off: !total, onRow: true },
    { combos: ["escape"], label: t.keys.clear, run: clear, off: selection.count === 0 },
  ]);
  const onCursor = useCallback((index: number) => {
    cursor.current = index;
  }, []);
  const { begin } = cells;
  const beginHere = useCallback((item: Item) => begin(item), [begin]);
  /** A capital letter, a digit or a quote begins a text; small letters are keys. */
  const onKeyDown = (event: KeyboardEvent) => {
    const item = here();
    if (!begins(event) || !item?.can.edit || item.can.retry) return;
    event.preventDefault();
    cells.begin(item, event.key);
  };

  return (
    <>
      <TableTools
        job={job}
        filter={filter}
        search={search}
        shown={total}
        onFilter={props.onFilter}
        onSearch={props.onSearch}
        button={<JobFilterButton {...filters} />}
      />
      <JobFilters {...filters} filter={filter} />
      {total === undefined && !list.error && <Loading />}
      {list.error && <ErrorState trouble={describeError(list.error)} onRetry={list.retry} />}
      {total === 0 && (
        <Empty>{isNarrowed(narrowing) ? t.jobFilters.none : noRows(filter, search, shop)}</Empty>
      )}
      {total !== undefined && total > 0 && (
        // biome-ignore lint/a11y/noStaticElementInteractions: the grid within has the focus
        <div
          className={classes.place}
          onKeyDown={onKeyDown}
          onPaste={(event) => {
            const item = here();
            if (!item || isField(event.target)) return;
            event.preventDefault();
            if (item.can.edit) paste(item, event.clipboardData.getData("text/plain"));
            else notifyPlain(t.table.notEditable);
          }}
        >
          <VirtualTable
            key={place}
            label={t.table.label(job.field)}
            columns={columns}
            total={total}
            lineAt={lineAt}
            layout={edited}
            idOf={idOf}
            nameOf={(item) => item.place.title}
            rowHeight={heights.row}
            selection={selection}
            onShow={list.show}
            onCursor={onCursor}
            cursorShown={cursorShown}
            onOpen={beginHere}
            memory={place}
            order={orderOf(order)}
            onOrder={(next) => props.onOrder(itemOrder(next))}
            pointTo={edited ?? props.previewed ?? pointed}
          />
        </div>
      )}
      {conflictBar}
      {selection.count > 0 && filter !== "conflict" && (
        <ItemSelectionBar selection={selection} actions={actions} waiting={filter === "waiting"} />
      )}
      <FindReplace
        job={job.id}
        filter={filter}
        search={search}
        selection={selection}
        shown={total ?? 0}
        place={props.headTools}
      />
      {pasted && <PasteDialog request={pasted} onClose={() => setPasted(undefined)} />}
      {actions.dialog}
    </>
  );
}

function noRows(filter: ItemFilter, search: string, shop: ShopOverview): string {
  if (search !== "") return t.jobs.items.noMatch(search);
  if (filter === "published") return publishingWords(shop).nonePublished;
  return t.jobs.items.none[filter];
}

function asPasted(item: Item) {
  const { id, revision } = asShown(item);
  return { id, revision };
}

function isField(target: EventTarget): boolean {
  return target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement;
}

function begins(event: KeyboardEvent): boolean {
  const { key, ctrlKey, metaKey, altKey, nativeEvent, target } = event;
  if (ctrlKey || metaKey || altKey || nativeEvent.isComposing || isField(target)) return false;
  return /^[\p{Lu}\p{Lo}\p{N}"'“„«]$/u.test(key);
}
