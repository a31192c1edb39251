import { describeError, perform, useStopSync, useSyncShop } from "@/api";
import type { ShopOverview } from "@/contract";
import { t } from "@/strings";
import { notifyPlain, notifyTrouble } from "@/ui/notify";

/** The shops whose sync was stopped since the page was loaded. */
const stopped = new Set<string>();

/** Whether a person stopped a sync of the shop: none starts by itself then. */
export const wasStopped = (shop: string) => stopped.has(shop);

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
        if (trouble.code !== "cancelled") return notifyTrouble(trouble);
        stopped.add(shop);
        notifyPlain(trouble.message);
      },
    });
}

/** Stops the sync of the shop, whichever page started it. The page that did says so. */
export function useStop(shop: string): { stop: () => void; stopping: boolean } {
  const stopping = useStopSync(shop);
  return {
    stop: () => {
      stopped.add(shop);
      perform(stopping, undefined, { onError: (error) => notifyTrouble(describeError(error)) });
    },
    stopping: stopping.isPending,
  };
}

/** How far the sync of a shop is, in words; undefined until that is known. */
export function syncProgress({ sync }: ShopOverview): string | undefined {
  if (!sync || sync.total === 0) return undefined;
  return sync.preparing ? t.products.preparing(sync.done) : t.products.saved(sync.done, sync.total);
}
