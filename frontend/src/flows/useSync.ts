import { describeError, perform, useStopSync, useSyncShop } from "@/api";
import type { ShopOverview } from "@/contract";
import { t } from "@/strings";
import { notifyPlain, notifyTrouble } from "@/ui/notify";

/** Syncs the shop, and reports what could not be read. */
export function useSync(shop: string, extent: "changes" | "everything" = "changes"): () => void {
  const syncing = useSyncShop(shop);
  return () =>
    perform(syncing, extent, {
      onSuccess: ({ incomplete, collections_error: error, list_error: noList }) => {
        if (noList) notifyPlain(t.products.byPages(noList.message));
        if (incomplete > 0) notifyPlain(t.products.incomplete(incomplete));
        if (error) notifyPlain(t.products.noCollections(error.message));
      },
      onError: (error) => {
        const trouble = describeError(error);
        if (trouble.code === "cancelled") notifyPlain(trouble.message);
        else notifyTrouble(trouble);
      },
    });
}

/** Stops the sync of the shop, whichever page started it. The page that did says so. */
export function useStop(shop: string): { stop: () => void; stopping: boolean } {
  const stopping = useStopSync(shop);
  return {
    stop: () =>
      perform(stopping, undefined, { onError: (error) => notifyTrouble(describeError(error)) }),
    stopping: stopping.isPending,
  };
}

/** How far the sync of a shop is, in words; undefined until that is known. */
export function syncProgress({ sync }: ShopOverview): string | undefined {
  if (!sync || sync.total === 0) return undefined;
  return sync.preparing ? t.products.preparing(sync.done) : t.products.saved(sync.done, sync.total);
}
