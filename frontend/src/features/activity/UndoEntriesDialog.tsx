import { describeError, useUndoEntries } from "@/api";
import { undoPublishes } from "@/domain/activity";
import type { Activity } from "@/domain/types";
import { t } from "@/strings";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { notifyPlain } from "@/ui/notify";

interface UndoEntriesDialogProps {
  shop: string;
  entries: Activity[];
  onDone: () => void;
  onClose: () => void;
}

/** Asks before what stood before these writes goes back to the shop. */
export function UndoEntriesDialog({ shop, entries, onDone, onClose }: UndoEntriesDialogProps) {
  const undo = useUndoEntries(shop);
  const words = t.activity;
  const possible = entries.filter((entry) => entry.can_undo);
  const n = possible.length;
  const left = entries.length - n;
  const confirm = () =>
    undo.mutate(
      possible.map((entry) => entry.number),
      {
        onSuccess: (done) => {
          const out = done.left ?? [];
          if (out.length > 0) notifyPlain(words.stayedOut(out.map(named)));
          onDone();
          onClose();
        },
      },
    );
  return (
    <ConfirmDialog
      {...question(possible)}
      busy={undo.isPending}
      trouble={undo.error ? describeError(undo.error) : undefined}
      onConfirm={confirm}
      onClose={onClose}
    >
      {n === 0 && <p>{words.undoNothingText}</p>}
      {n === 1 && possible.every(undoPublishes) && <p>{words.againText}</p>}
      {n > 0 && <p>{words.undoText}</p>}
      {n > 0 && left > 0 && <p>{words.undoLeft(left)}</p>}
    </ConfirmDialog>
  );
}

function question(possible: Activity[]): { title: string; action: string | undefined } {
  const words = t.activity;
  const [one, ...more] = possible;
  if (!one) return { title: words.undoNothing, action: undefined };
  if (more.length > 0) {
    return { title: words.undoTitle(possible.length), action: words.undoButton(possible.length) };
  }
  if (undoPublishes(one)) {
    return { title: words.againTitle(one.field, one.product.title), action: words.againButton };
  }
  return { title: words.undoOneTitle(one.field, one.product.title), action: words.undoButton(1) };
}

const named = (left: {
  number: number;
  product: { title: string };
  reason: { message: string };
}) => ({
  product: left.product.title || t.activity.entry(left.number),
  why: left.reason.message,
});
