import { useEffect } from "react";
import { useSyncing } from "@/api";
import type { ShopOverview } from "@/contract";
import { StopSync } from "@/flows/StopSync";
import { syncProgress, useSync, wasStopped } from "@/flows/useSync";
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

/** Why the list of products is empty. */
export function NoProducts({ shop, search, filtered, onClear }: NoProductsProps) {
  const words = t.products;
  if (search !== "") {
    return (
      <NoneListed
        shop={shop}
        words={words.noMatch(search)}
        clear={words.clearSearch}
        onClear={onClear}
      />
    );
  }
  return (
    <NoneListed
      shop={shop}
      words={filtered ? words.noneFiltered : words.none}
      clear={filtered ? words.clearFilter : undefined}
      onClear={onClear}
    />
  );
}

interface NoneListedProps {
  shop: ShopOverview;
  words: string;
  /** Clears what narrows the list; without it, the next step is a sync. */
  clear: string | undefined;
  onClear: () => void;
}

/** Why a list is empty, and the one next step. A shop that was never read is read now, unless that was stopped. */
export function NoneListed({ shop, words, clear, onClear }: NoneListedProps) {
  const sync = useSync(shop.id);
  const syncing = useSyncing(shop.id);
  const fresh = shop.synced_at === null && clear === undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page of a shop that was never read opens
  useEffect(() => {
    if (fresh && !syncing && !wasStopped(shop.id)) sync();
  }, []);
  if (clear !== undefined)
    return <Empty action={<Button onClick={onClear}>{clear}</Button>}>{words}</Empty>;
  if (syncing)
    return (
      <Loading
        label={syncProgress(shop) ?? t.products.firstSync}
        action={<StopSync shop={shop} />}
      />
    );
  return (
    <Empty
      action={
        <Button icon="sync" onClick={sync}>
          {t.products.sync}
        </Button>
      }
    >
      {words}
    </Empty>
  );
}
