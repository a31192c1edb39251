import { type ReactNode, useCallback, useRef } from "react";
import { describeError, type Windowed } from "@/api";
import type { Selection as JobSelection, ShopOverview } from "@/contract";
import { moment } from "@/lib/format";
import type { Selection } from "@/lib/selection";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { useKeys } from "@/ui/keys/useKeys";
import { Page, Spring, Tools, WithPanel } from "@/ui/Page";
import { ErrorState, Loading } from "@/ui/States";
import type { Column, Order } from "@/ui/table/columns";
import { useRowSelection } from "@/ui/table/useRowSelection";
import { VirtualTable } from "@/ui/table/VirtualTable";
import text from "@/ui/text.module.css";
import { CatalogueHead } from "./CatalogueHead";
import { CatalogueSelectionBar } from "./CatalogueSelectionBar";
import { type CatalogueKind, KindSwitch } from "./KindSwitch";
import { type Keep, useKeptSelection } from "./useKeptSelection";

export interface Chosen {
  selection: JobSelection;
  count: number;
}

/** What the pages of products and of collections get from their address and the router. */
export interface CataloguePageProps {
  shop: ShopOverview;
  search: string;
  onSearch: (search: string) => void;
  /** Opens the editor of the product or collection with that handle. */
  onOpen: (handle: string) => void;
  onKind: (kind: CatalogueKind) => void;
  /** Opens the drawer for a new job. */
  onNewJob: () => void;
  /** The drawer, given the selection. */
  panel: ((chosen: Chosen) => ReactNode) | undefined;
}

interface Listed {
  id: string;
  handle: string;
  title: string;
}

interface CatalogueProps<T extends Listed> extends CataloguePageProps {
  kind: CatalogueKind;
  list: Windowed<T>;
  columns: Column<T>[];
  /** How many are shown, in words. */
  total: (shown: number) => string;
  searchLabel: string;
  /** The list's name, under which its position is restored. */
  memory: string;
  /** A search or a filter leaves some out. */
  narrowed: boolean;
  /** What the list is narrowed to. “All” in a selection belongs to it. */
  narrowedTo: string;
  /** The ids of all rows. */
  allIds?: (() => Promise<string[]>) | undefined;
  /** The filters, given what to do before one changes, so that a selection is kept. */
  filters?: (keep: Keep) => { tools: ReactNode; below: ReactNode };
  order?: Order | undefined;
  onOrder?: ((order: Order) => void) | undefined;
  /** In the place of an empty list. */
  none: ReactNode;
  canStart: boolean;
  /** What a job over the selection covers. */
  selectionOf: (selection: Selection) => JobSelection;
}

/** A long list of what a shop has: search, select, open, and start a job for what is selected. */
export function Catalogue<T extends Listed>(props: CatalogueProps<T>) {
  const { shop, kind, list, columns, memory, narrowed, onOpen, onNewJob, panel, canStart } = props;
  const { rows: fetchRows, rowAt } = list;
  const idsBetween = useCallback(
    async (first: number, last: number) => (await fetchRows(first, last)).map((row) => row.id),
    [fetchRows],
  );
  const selection = useRowSelection(list.total, idsBetween);
  const { clear } = selection;
  const shown = useRef<[number, number]>([0, 0]);
  const { show } = list;
  const onShow = useCallback(
    (first: number, last: number) => {
      shown.current = [first, last];
      show(first, last);
    },
    [show],
  );
  const keep = useKeptSelection(
    selection,
    shop.id,
    props.narrowedTo,
    props.allIds ?? (() => idsBetween(0, (list.total ?? 1) - 1)),
  );
  const filters = props.filters?.(keep);
  const { onSearch: search } = props;
  const onSearch = useCallback((text: string) => keep(() => search(text)), [keep, search]);

  useKeys("page", [
    { combos: ["escape"], label: t.keys.clear, run: clear, off: selection.count === 0 },
    { combos: ["n"], label: t.products.newJob, run: onNewJob, off: !canStart },
  ]);
  const onlyOnScreen = async () => {
    const [first, last] = shown.current;
    selection.only(await idsBetween(first, Math.min(last, (list.total ?? 1) - 1)));
  };
  const lineAt = useCallback(
    (index: number) => {
      const row = rowAt(index);
      return row && { row };
    },
    [rowAt],
  );

  return (
    <WithPanel
      panel={panel?.({ selection: props.selectionOf(selection.value), count: selection.count })}
    >
      <Page>
        <CatalogueHead
          empty={list.total === 0 && !narrowed}
          shop={shop}
          title={t.shell[kind]}
          total={list.total === undefined ? undefined : props.total(list.total)}
          searchLabel={props.searchLabel}
          search={props.search}
          onSearch={onSearch}
        >
          {!panel && (
            <Button kind="primary" icon="plus" combo="n" disabled={!canStart} onClick={onNewJob}>
              {t.products.newJob}
            </Button>
          )}
        </CatalogueHead>
        <Tools>
          <KindSwitch shop={shop} kind={kind} onKind={props.onKind} />
          {filters?.tools}
          <Spring />
          <span className={`${text.xs} ${text.dim}`}>
            {shop.synced_at && t.shell.synced(moment(shop.synced_at))}
          </span>
        </Tools>
        {filters?.below}
        {list.total === undefined && !list.error && <Loading />}
        {list.error && <ErrorState trouble={describeError(list.error)} onRetry={list.retry} />}
        {list.total === 0 && props.none}
        {list.total !== undefined && list.total > 0 && (
          <VirtualTable
            key={memory}
            label={t.shell[kind]}
            columns={columns}
            total={list.total}
            lineAt={lineAt}
            idOf={(row) => row.id}
            nameOf={(row) => row.title}
            rowHeight={2.625}
            selection={selection}
            onShow={onShow}
            onOpen={(row) => onOpen(row.handle)}
            memory={memory}
            order={props.order}
            onOrder={props.onOrder}
          />
        )}
        {selection.count > 0 && (
          <CatalogueSelectionBar
            selection={selection}
            total={list.total ?? 0}
            missing={list.missing}
            searching={narrowed}
            onOnlyScreen={onlyOnScreen}
            onNewJob={panel ? undefined : onNewJob}
          />
        )}
      </Page>
    </WithPanel>
  );
}
