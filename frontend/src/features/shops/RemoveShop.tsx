import { describeError, perform, useRemoveShop } from "@/api";
import type { ShopOverview } from "@/contract";
import { t } from "@/strings";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { notifyPlain } from "@/ui/notify";

/** Asks before a shop and its drafts leave this computer, and says what was stopped for it. */
export function RemoveShop({ shop, onClose }: { shop: ShopOverview; onClose: () => void }) {
  const remove = useRemoveShop();
  const confirm = () =>
    perform(remove, shop.id, {
      onSuccess: (done) => {
        notifyPlain(t.shops.removed(shop.name, done));
        onClose();
      },
    });
  return (
    <ConfirmDialog
      title={t.shops.removeTitle(shop.name)}
      action={t.shops.removeButton}
      careful
      busy={remove.isPending}
      trouble={remove.error ? describeError(remove.error) : undefined}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>{t.shops.removeText(shop.product_count)}</p>
      {shop.pending_review > 0 && <p>{t.shops.removeReview(shop.pending_review)}</p>}
      {shop.waiting > 0 && <p>{t.shops.removeWaiting(shop.waiting)}</p>}
      {shop.running_jobs > 0 && <p>{t.shops.removeJobs(shop.running_jobs)}</p>}
    </ConfirmDialog>
  );
}
