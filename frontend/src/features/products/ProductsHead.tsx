import type { ReactNode } from "react";
import { useSyncing } from "@/api";
import type { ShopOverview } from "@/contract";
import { useSync } from "@/flows/useSync";
import { t } from "@/strings";
import { IconButton } from "@/ui/IconButton";
import { PageHead } from "@/ui/Page";
import { SearchField } from "@/ui/SearchField";

interface HeadProps {
  shop: ShopOverview;
  total: number | undefined;
  search: string;
  onSearch: (search: string) => void;
  children: ReactNode;
}

/** The number of products, the search, and Sync. */
export function ProductsHead({ shop, total, search, onSearch, children }: HeadProps) {
  const sync = useSync(shop.id);
  const syncing = useSyncing(shop.id);
  const aside = total !== undefined && (
    <span role="status">{t.products.total(total, Math.max(shop.product_count, total))}</span>
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
        onClick={sync}
      />
      {children}
    </PageHead>
  );
}
