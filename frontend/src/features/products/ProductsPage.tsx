import { type ReactNode, useCallback, useEffect, useMemo, useRef } from "react";
import { describeError, useProductList, useSyncing, useSyncShop } from "@/api";
import type { Selection as JobSelection, Shop } from "@/domain/types";
import { moment } from "@/lib/format";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { IconButton } from "@/ui/IconButton";
import { useKeys } from "@/ui/keys/useKeys";
import { notifyTrouble } from "@/ui/notify";
import { Page, PageHead, WithPanel } from "@/ui/Page";
import { SearchField } from "@/ui/SearchField";
import { Empty, ErrorState, Loading } from "@/ui/States";
import { useRowSelection } from "@/ui/table/useRowSelection";
import { VirtualTable } from "@/ui/table/VirtualTable";
import text from "@/ui/text.module.css";
import { ProductSelectionBar } from "./ProductSelectionBar";
import { productColumns } from "./productColumns";
import { jobSelection } from "./selection";

export interface Chosen {
  selection: JobSelection;
  count: number;
}

interface ProductsPageProps {
  shop: Shop;
  search: string;
  onSearch: (search: string) => void;
  /** Opens the editor of the product with that handle. */
  onOpen: (handle: string) => void;
  /** Opens the drawer for a new job. */
  onNewJob: () => void;
  /** The drawer, given what is chosen. */
  panel: ((chosen: Chosen) => ReactNode) | undefined;
}

/** A shop's products: search, select, and start a job for what is selected. */
export function ProductsPage(props: ProductsPageProps) {
  const { shop, search, onSearch, onOpen, onNewJob, panel } = props;
  const list = useProductList(shop.id, search);
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
  useEffect(clear, [shop.id, search, clear]);

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
        selection: jobSelection(selection.value, search),
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
        {list.total === undefined && !list.error && <Loading />}
        {list.error && <ErrorState trouble={describeError(list.error)} onRetry={list.retry} />}
        {list.total === 0 && <NoProducts shop={shop} search={search} onSearch={onSearch} />}
        {list.total !== undefined && list.total > 0 && (
          <VirtualTable
            key={`${shop.id}/${search}`}
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
            memory={`${shop.id}/${search}`}
          />
        )}
        {selection.count > 0 && (
          <ProductSelectionBar
            selection={selection}
            total={list.total ?? 0}
            searching={search !== ""}
            onOnlyScreen={onlyOnScreen}
            onNewJob={panel ? undefined : onNewJob}
          />
        )}
      </Page>
    </WithPanel>
  );
}

interface HeadProps {
  shop: Shop;
  total: number | undefined;
  search: string;
  onSearch: (search: string) => void;
  children: ReactNode;
}

function ProductsHead({ shop, total, search, onSearch, children }: HeadProps) {
  const sync = useSyncShop(shop.id);
  const syncing = useSyncing(shop.id);
  const when = shop.synced_at && t.shell.synced(moment(shop.synced_at));
  const aside = total !== undefined && (
    <>
      <span role="status">{t.products.total(total, Math.max(shop.product_count, total))}</span>
      <span className={text.xs}>{syncing ? t.products.syncing : when}</span>
    </>
  );
  return (
    <PageHead title={t.products.title} aside={aside}>
      <SearchField label={t.products.search} value={search} onChange={onSearch} />
      <IconButton
        shape="sync"
        framed
        label={syncing ? t.products.syncing : t.products.sync}
        turning={syncing}
        disabled={syncing}
        onClick={() =>
          sync.mutate(undefined, { onError: (error) => notifyTrouble(describeError(error)) })
        }
      />
      {children}
    </PageHead>
  );
}

function NoProducts(props: { shop: Shop; search: string; onSearch: (search: string) => void }) {
  const { shop, search, onSearch } = props;
  const sync = useSyncShop(shop.id);
  const syncing = useSyncing(shop.id);
  const { mutate } = sync;
  const fresh = shop.synced_at === null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page of a shop that was never read opens
  useEffect(() => {
    if (fresh && !syncing && search === "") {
      mutate(undefined, { onError: (error) => notifyTrouble(describeError(error)) });
    }
  }, []);
  if (search !== "") {
    return (
      <Empty action={<Button onClick={() => onSearch("")}>{t.products.clearSearch}</Button>}>
        {t.products.noMatch(search)}
      </Empty>
    );
  }
  if (syncing) return <Loading label={t.products.firstSync} />;
  return (
    <Empty
      action={
        <Button icon="sync" onClick={() => mutate()}>
          {t.products.sync}
        </Button>
      }
    >
      {t.products.none}
    </Empty>
  );
}
