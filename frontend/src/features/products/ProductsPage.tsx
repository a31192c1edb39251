import { type ReactNode, useCallback, useEffect, useMemo, useRef } from "react";
import { describeError, useProductList } from "@/api";
import type { Selection as JobSelection, ProductFilter, ShopOverview } from "@/contract";
import { moment } from "@/lib/format";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { useKeys } from "@/ui/keys/useKeys";
import { Page, WithPanel } from "@/ui/Page";
import { ErrorState, Loading } from "@/ui/States";
import { useRowSelection } from "@/ui/table/useRowSelection";
import { VirtualTable } from "@/ui/table/VirtualTable";
import { FilterBar } from "./FilterBar";
import { NoProducts } from "./NoProducts";
import { ProductSelectionBar } from "./ProductSelectionBar";
import { ProductsHead } from "./ProductsHead";
import { productColumns } from "./productColumns";
import { jobSelection } from "./selection";

export interface Chosen {
  selection: JobSelection;
  count: number;
}

interface ProductsPageProps {
  shop: ShopOverview;
  search: string;
  filter: ProductFilter;
  onSearch: (search: string) => void;
  onFilter: (filter: ProductFilter) => void;
  /** Opens the editor of the product with that handle. */
  onOpen: (handle: string) => void;
  /** Opens the drawer for a new job. */
  onNewJob: () => void;
  /** The drawer, given the selection. */
  panel: ((chosen: Chosen) => ReactNode) | undefined;
}

/** A shop's products: search, select, and start a job for what is selected. */
export function ProductsPage(props: ProductsPageProps) {
  const { shop, search, filter, onSearch, onFilter, onOpen, onNewJob, panel } = props;
  const list = useProductList(shop.id, search, filter);
  const narrowed = search !== "" || Object.keys(filter).length > 0;
  const memory = `${shop.id}/${search}/${JSON.stringify(filter)}`;
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
  // biome-ignore lint/correctness/useExhaustiveDependencies: a selection belongs to the list that it was made in
  useEffect(clear, [memory, clear]);

  const columns = useMemo(() => productColumns(onOpen), [onOpen]);
  useKeys("page", [
    { combos: ["escape"], label: t.keys.clear, run: clear, off: selection.count === 0 },
    { combos: ["n"], label: t.products.newJob, run: onNewJob, off: !list.total },
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
      panel={panel?.({
        selection: jobSelection(selection.value, search, filter),
        count: selection.count,
      })}
    >
      <Page>
        <ProductsHead shop={shop} total={list.total} search={search} onSearch={onSearch}>
          {!panel && (
            <Button kind="primary" icon="plus" combo="n" disabled={!list.total} onClick={onNewJob}>
              {t.products.newJob}
            </Button>
          )}
        </ProductsHead>
        <FilterBar shop={shop.id} filter={filter} onFilter={onFilter}>
          {shop.synced_at && t.shell.synced(moment(shop.synced_at))}
        </FilterBar>
        {list.total === undefined && !list.error && <Loading />}
        {list.error && <ErrorState trouble={describeError(list.error)} onRetry={list.retry} />}
        {list.total === 0 && (
          <NoProducts
            shop={shop}
            search={search}
            filtered={narrowed && search === ""}
            onClear={() => (search === "" ? onFilter({}) : onSearch(""))}
          />
        )}
        {list.total !== undefined && list.total > 0 && (
          <VirtualTable
            key={memory}
            label={t.products.title}
            columns={columns}
            total={list.total}
            lineAt={lineAt}
            idOf={(product) => product.id}
            nameOf={(product) => product.title}
            rowHeight={2.625}
            selection={selection}
            onShow={onShow}
            onOpen={(product) => onOpen(product.handle)}
            memory={memory}
          />
        )}
        {selection.count > 0 && (
          <ProductSelectionBar
            selection={selection}
            total={list.total ?? 0}
            searching={narrowed}
            onOnlyScreen={onlyOnScreen}
            onNewJob={panel ? undefined : onNewJob}
          />
        )}
      </Page>
    </WithPanel>
  );
}
