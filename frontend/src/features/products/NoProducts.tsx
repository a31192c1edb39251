import { useEffect } from "react";
import { useSyncing } from "@/api";
import type { ShopOverview } from "@/contract";
import { useSync } from "@/flows/useSync";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { Empty, Loading } from "@/ui/States";

interface NoProductsProps {
  shop: ShopOverview;
  search: string;
  /** A filter, and no search, lets nothing through. */
  filtered: boolean;
  onClear: () => void;
}

/** Why the list is empty, and the one next step. A shop that was never read is read now. */
export function NoProducts({ shop, search, filtered, onClear }: NoProductsProps) {
  const sync = useSync(shop.id);
  const syncing = useSyncing(shop.id);
  const fresh = shop.synced_at === null && search === "" && !filtered;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page of a shop that was never read opens
  useEffect(() => {
    if (fresh && !syncing) sync();
  }, []);
  if (search !== "") {
    return (
      <Empty action={<Button onClick={onClear}>{t.products.clearSearch}</Button>}>
        {t.products.noMatch(search)}
      </Empty>
    );
  }
  if (filtered) {
    return (
      <Empty action={<Button onClick={onClear}>{t.products.clearFilter}</Button>}>
        {t.products.noneFiltered}
      </Empty>
    );
  }
  if (syncing) return <Loading label={t.products.firstSync} />;
  return (
    <Empty
      action={
        <Button icon="sync" onClick={sync}>
          {t.products.sync}
        </Button>
      }
    >
      {t.products.none}
    </Empty>
  );
}
