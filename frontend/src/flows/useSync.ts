import { describeError, perform, useSyncShop } from "@/api";
import type { ShopOverview } from "@/contract";
import { t } from "@/strings";
import { notifyPlain, notifyTrouble } from "@/ui/notify";

/** Syncs the shop, and reports what could not be read. */
export function useSync(shop: string): () => void {
  const syncing = useSyncShop(shop);
  return () =>
    perform(syncing, undefined, {
      onSuccess: ({ incomplete, collections_error: error, list_error: noList }) => {
        if (noList) notifyPlain(t.products.byPages(noList.message));
        if (incomplete > 0) notifyPlain(t.products.incomplete(incomplete));
        if (error) notifyPlain(t.products.noCollections(error.message));
      },
      onError: (error) => notifyTrouble(describeError(error)),
    });
}

/** How far the sync of a shop is, in words; undefined until that is known. */
export function syncProgress({ sync }: ShopOverview): string | undefined {
  if (!sync || sync.total === 0) return undefined;
  return sync.preparing ? t.products.preparing(sync.done) : t.products.saved(sync.done, sync.total);
}
