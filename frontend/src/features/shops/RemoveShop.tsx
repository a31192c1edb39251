import { describeError, useRemoveShop } from "@/api";
import type { Shop } from "@/domain/types";
import { t } from "@/strings";
import { ConfirmDialog } from "@/ui/ConfirmDialog";

/** Asks before a shop and its drafts leave this computer. */
export function RemoveShop({ shop, onClose }: { shop: Shop; onClose: () => void }) {
  const remove = useRemoveShop();
  return (
    <ConfirmDialog
      title={t.shops.removeTitle(shop.name)}
      action={t.shops.removeButton}
      busy={remove.isPending}
      trouble={remove.error ? describeError(remove.error) : undefined}
      onConfirm={() => remove.mutate(shop.id, { onSuccess: onClose })}
      onClose={onClose}
    >
      <p>{t.shops.removeText(shop.product_count)}</p>
      {shop.to_review > 0 && <p>{t.shops.removeReview(shop.to_review)}</p>}
    </ConfirmDialog>
  );
}
