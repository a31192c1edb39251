import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { describeError, isNarrowed, useItemList, useLengths, useNarrowing } from "@/api";
import type { Item, Job } from "@/contract";
import { asShown } from "@/domain/item";
import { inBatch } from "@/domain/job";
import { publishingWords } from "@/domain/publishingWords";
import type { Publishing } from "@/flows/usePublishing";
import { t } from "@/strings";
import { useKeys } from "@/ui/keys/useKeys";
import { Spring, Tools } from "@/ui/Page";
import { SearchField } from "@/ui/SearchField";
import { Empty, ErrorState, Loading } from "@/ui/States";
import { Tabs } from "@/ui/Tabs";
import { useListSelection } from "@/ui/table/useListSelection";
import { VirtualTable } from "@/ui/table/VirtualTable";
import { itemTabs } from "./filters";
import { ItemSelectionBar } from "./ItemSelectionBar";
import { itemColumns } from "./itemColumns";
import { itemOrder, orderOf } from "./itemOrder";
import { JobFilterButton, JobFilters } from "./JobFilters";
import type { JobPageProps } from "./props";
import { FindReplace } from "./table/FindReplace";
import { useConflictActions } from "./useConflictActions";
import { useItemActions } from "./useItemActions";
import { useJobFilters } from "./useJobFilters";

type ItemListProps = Omit<JobPageProps, "children" | "onBack" | "newJob"> & {
  known: Job;
  publishing: Publishing;
  headTools: HTMLElement | null;
};

/** A job's items: filter, search, select, decide, publish, and look closer. */
export function ItemList(props: ItemListProps) {
  const { shop, known: job, filter, search, order, onPreview, onOpen, publishing } = props;
  const list = useItemList(job.id, filter, search, order);
  const { rowAt, total } = list;
  const narrowing = useNarrowing();
  const selection = useListSelection(list, idOf);
  const { clear } = selection;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a selection belongs to the list that it was made in
  useEffect(clear, [job.id, filter, search, order, narrowing, clear]);

  const filters = useJobFilters(job, narrowing, props.onNarrow);
  const cursor = useRef(0);
  const [pointed, setPointed] = useState<string>();
  const cursorShown = useRef(() => false);
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
  const lengths = useLengths(job.id).data;
  const conflictBar = useConflictActions({ job, filter, search, selection, publishing });
  const preview = useCallback((item: Item) => onPreview(item.position), [onPreview]);
  // Columns stay the same, so that scrolling renders no row again; they call the latest actions.
  const latest = useRef({ publishing, actions });
  useEffect(() => {
    latest.current = { publishing, actions };
  });
  const waits = job.in_batches && inBatch(job);
  const columns = useMemo(
    () =>
      itemColumns(shop, job.field, waits, {
        preview,
        open: onOpen,
        publish: (item) => latest.current.publishing.publish([asShown(item)]),
        undo: (item) => latest.current.publishing.undo([asShown(item)]),
        reopen: (item) => latest.current.actions.reopen(item),
        retry: (item) => latest.current.actions.retry(item),
        view: (item) => latest.current.actions.view(item),
        withdraw: (item) => latest.current.actions.withdraw([item]),
      }),
    [shop, job.field, waits, preview, onOpen],
  );
  const lineAt = useCallback(
    (index: number) => {
      const row = rowAt(index);
      return row && { row };
    },
    [rowAt],
  );
  const previewHere = () => {
    const item = rowAt(cursor.current);
    if (item) preview(item);
  };
  useKeys("page", [
    { combos: ["space"], label: t.jobs.items.preview, run: previewHere, off: !total, onRow: true },
    { combos: ["escape"], label: t.keys.clear, run: clear, off: selection.count === 0 },
  ]);
  const onCursor = useCallback((index: number) => {
    cursor.current = index;
  }, []);

  return (
    <>
      <Tools>
        <Tabs
          label={t.jobs.items.filters}
          tabs={itemTabs(job, filter, shop, lengths)}
          value={filter}
          onChange={props.onFilter}
        />
        <Spring />
        <JobFilterButton {...filters} />
        <SearchField label={t.jobs.items.search} value={search} onChange={props.onSearch} />
      </Tools>
      <JobFilters {...filters} filter={filter} />
      {total === undefined && !list.error && <Loading />}
      {list.error && <ErrorState trouble={describeError(list.error)} onRetry={list.retry} />}
      {total === 0 && (
        <Empty>{isNarrowed(narrowing) ? t.jobFilters.none : emptyText(job, props)}</Empty>
      )}
      {total !== undefined && total > 0 && (
        <VirtualTable
          key={`${job.id}/${filter}/${search}/${order}/${JSON.stringify(narrowing)}`}
          label={t.jobs.items.filters}
          columns={columns}
          total={total}
          lineAt={lineAt}
          idOf={idOf}
          nameOf={(item) => item.place.title}
          rowHeight={2.75}
          selection={selection}
          onShow={list.show}
          onCursor={onCursor}
          cursorShown={cursorShown}
          onOpen={onOpen}
          memory={`${job.id}/${filter}/${search}/${order}/${JSON.stringify(narrowing)}`}
          order={orderOf(order)}
          onOrder={(next) => props.onOrder(itemOrder(next))}
          pointTo={props.previewed ?? pointed}
        />
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
      {actions.dialog}
    </>
  );
}

const idOf = (item: Item) => item.id;

function emptyText(
  job: Job,
  { shop, filter, search }: Pick<JobPageProps, "shop" | "filter" | "search">,
): string {
  if (search !== "") return t.jobs.items.noMatch(search);
  if (filter !== "all" && job.progress.done === 0 && job.progress.total > 0) {
    return t.jobs.items.notYet;
  }
  if (filter === "published") return publishingWords(shop).nonePublished;
  return t.jobs.items.none[filter];
}
