import { useState } from "react";
import { describeError, perform, useAcceptRemovals, useRemovals } from "@/api";
import type { Removals, ShopOverview } from "@/contract";
import { t } from "@/strings";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { notifyPlain } from "@/ui/notify";
import { Loading } from "@/ui/States";
import text from "@/ui/text.module.css";
import classes from "./OutboxDialog.module.css";

interface RemovalsDialogProps {
  shop: ShopOverview;
  onClose: () => void;
}

/** Names the products that the shop no longer lists, and asks before exactly these are removed here. */
export default function RemovalsDialog({ shop, onClose }: RemovalsDialogProps) {
  const found = useRemovals(shop.id);
  const accept = useAcceptRemovals(shop.id);
  // The question does not change while it is on screen: a later sync may miss others.
  const [first, setFirst] = useState<Removals>();
  if (!first && found.data && !found.isFetching) setFirst(found.data);
  const error = found.error ?? accept.error;
  const count = first?.count ?? 0;
  const names = first?.products ?? [];
  const confirm = () => {
    if (!first || accept.isPending) return;
    perform(accept, first.plan, {
      onSuccess: ({ removed, missing }) => {
        notifyPlain(t.held.removed(removed, count - removed, missing));
        onClose();
      },
    });
  };
  return (
    <ConfirmDialog
      title={first ? t.held.removeTitle(count, shop.name) : t.held.missing(shop.missing)}
      action={count > 0 && !error ? t.held.removeButton(count) : undefined}
      busy={accept.isPending}
      careful
      trouble={error ? describeError(error) : undefined}
      onConfirm={confirm}
      onClose={onClose}
    >
      {found.isPending && <Loading />}
      {first && (
        <>
          <p>{t.held.removeText}</p>
          <ul className={`${classes.names} ${text.mut}`}>
            {names.map((product) => (
              <li key={product.id}>{product.title}</li>
            ))}
            {count > names.length && <li>{t.held.moreMissing(count - names.length)}</li>}
          </ul>
        </>
      )}
    </ConfirmDialog>
  );
}
