import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { describeError, useActivityList } from "@/api";
import type { Activity, ActivityFilter, ShopOverview } from "@/contract";
import { publishingWords } from "@/domain/publishingWords";
import { t } from "@/strings";
import { useKeys } from "@/ui/keys/useKeys";
import { Page, PageHead, Spring, Tools, WithPanel } from "@/ui/Page";
import { SearchField } from "@/ui/SearchField";
import { Empty, ErrorState, Loading } from "@/ui/States";
import { Tabs } from "@/ui/Tabs";
import { useListSelection } from "@/ui/table/useListSelection";
import { VirtualTable } from "@/ui/table/VirtualTable";
import { ActivitySelectionBar } from "./ActivitySelectionBar";
import { activityColumns } from "./activityColumns";
import { EntryPanel } from "./EntryPanel";
import { ExportLedger } from "./ExportLedger";
import { activityTabs } from "./tabs";
import { UndoEntriesDialog } from "./UndoEntriesDialog";
import { useOpenEntry } from "./useOpenEntry";

export interface ActivityPageProps {
  shop: ShopOverview;
  filter: ActivityFilter;
  search: string;
  onFilter: (filter: ActivityFilter) => void;
  onSearch: (search: string) => void;
  /** Opens the editor of the entry's product or collection. */
  onOpen: (entry: Activity) => void;
}

/** Every write to a shop, newest first: details, export, and undo. */
export function ActivityPage(props: ActivityPageProps) {
  const { shop, filter, search, onFilter, onSearch, onOpen } = props;
  const list = useActivityList(shop.id, filter, search);
  const { rows: fetchRows, rowAt, total } = list;
  const selection = useListSelection(list, idOf);
  const { clear } = selection;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a selection belongs to the list that it was made in
  useEffect(clear, [shop.id, filter, search, clear]);

  const cursor = useRef(0);
  const { entry, open, close, follow } = useOpenEntry(list, cursor);
  const beside = entry !== undefined;
  const [undoing, setUndoing] = useState<Activity[]>();
  const columns = useMemo(
    () => activityColumns({ details: open, undo: (row) => setUndoing([row]) }, beside),
    [open, beside],
  );
  const lineAt = useCallback(
    (index: number) => {
      const row = rowAt(index);
      return row && { row };
    },
    [rowAt],
  );
  const undoSelected = async () => {
    if (!selection.value.all) return setUndoing(selection.named());
    const all = await fetchRows(0, Math.max(0, (total ?? 0) - 1));
    setUndoing(all.filter((row) => selection.has(idOf(row))));
  };
  const openHere = () => {
    const row = rowAt(cursor.current);
    if (row) open(row);
  };
  useKeys("page", [
    { combos: ["space"], label: t.activity.details, run: openHere, off: !total, onRow: true },
    { combos: ["escape"], label: t.keys.clear, run: clear, off: selection.count === 0 },
  ]);
  const name = `${shop.id}/activity/${filter}/${search}`;

  return (
    <WithPanel
      panel={
        entry && (
          <EntryPanel
            entry={entry}
            onUndo={() => setUndoing([entry])}
            onOpen={onOpen}
            onClose={close}
          />
        )
      }
    >
      <Page>
        <PageHead
          title={t.activity.title}
          aside={total !== undefined && <span role="status">{t.activity.total(total)}</span>}
        >
          <SearchField label={t.activity.search} value={search} onChange={onSearch} />
        </PageHead>
        <Tools>
          <Tabs
            label={t.activity.filters}
            tabs={activityTabs(filter, total, shop)}
            value={filter}
            onChange={onFilter}
          />
          <Spring />
          <ExportLedger shop={shop.id} filter={filter} search={search} off={!total} />
        </Tools>
        {total === undefined && !list.error && <Loading />}
        {list.error && <ErrorState trouble={describeError(list.error)} onRetry={list.retry} />}
        {total === 0 && (
          <Empty>{search === "" ? noneOf(filter, shop) : t.activity.noMatch(search)}</Empty>
        )}
        {total !== undefined && total > 0 && (
          <VirtualTable
            key={name}
            label={t.activity.title}
            columns={columns}
            total={total}
            lineAt={lineAt}
            idOf={idOf}
            nameOf={(row) => row.place.title}
            rowHeight={2.75}
            selection={selection}
            onShow={list.show}
            onCursor={follow}
            onOpen={open}
            memory={name}
          />
        )}
        {selection.count > 0 && (
          <ActivitySelectionBar selection={selection} onUndo={() => void undoSelected()} />
        )}
        {undoing && (
          <UndoEntriesDialog
            entries={undoing}
            onClose={() => setUndoing(undefined)}
            onDone={clear}
          />
        )}
      </Page>
    </WithPanel>
  );
}

const idOf = (row: Activity) => String(row.number);

function noneOf(filter: ActivityFilter, shop: ShopOverview): string {
  return filter === "published" ? publishingWords(shop).nonePublished : t.activity.none[filter];
}
