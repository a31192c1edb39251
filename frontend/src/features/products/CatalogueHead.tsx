import type { ReactNode } from "react";
import { useSyncing } from "@/api";
import type { ShopOverview } from "@/contract";
import { SyncState } from "@/flows/StopSync";
import { useSync } from "@/flows/useSync";
import { t } from "@/strings";
import { IconButton } from "@/ui/IconButton";
import { PageHead } from "@/ui/Page";
import { SearchField } from "@/ui/SearchField";

interface HeadProps {
  shop: ShopOverview;
  title: string;
  /** How many there are, in words. */
  total: string | undefined;
  /** The list is empty, and its place says how far a sync is. */
  empty: boolean;
  searchLabel: string;
  search: string;
  onSearch: (search: string) => void;
  children: ReactNode;
}

/** How many there are, the search, and Sync. */
export function CatalogueHead(props: HeadProps) {
  const { shop, total, search, onSearch } = props;
  const sync = useSync(shop.id);
  const syncing = useSyncing(shop.id);
  const aside = (
    <>
      {total !== undefined && <span role="status">{total}</span>}
      {syncing && !props.empty && <SyncState shop={shop} />}
    </>
  );
  return (
    <PageHead title={props.title} aside={aside}>
      <SearchField label={props.searchLabel} value={search} onChange={onSearch} />
      <IconButton
        shape="sync"
        framed
        label={syncing ? t.products.syncing : t.products.sync}
        disabled={syncing}
        onClick={sync}
      />
      {props.children}
    </PageHead>
  );
}
