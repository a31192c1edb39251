import { describeError, perform, useSyncShop } from "@/api";
import { t } from "@/strings";
import { notifyPlain, notifyTrouble } from "@/ui/notify";

/** Syncs the shop, and reports what could not be read. */
export function useSync(shop: string): () => void {
  const syncing = useSyncShop(shop);
  return () =>
    perform(syncing, undefined, {
      onSuccess: ({ incomplete, collections_error: error }) => {
        if (incomplete > 0) notifyPlain(t.products.incomplete(incomplete));
        if (error) notifyPlain(t.products.noCollections(error.message));
      },
      onError: (error) => notifyTrouble(describeError(error)),
    });
}
