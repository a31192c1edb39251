import { describeError, perform, useUndo, useUndoPlan } from "@/api";
import type { UndoRequest } from "@/contract";
import { placeOf } from "@/domain/fields";
import { t } from "@/strings";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { Loading } from "@/ui/States";
import { tellLeftOut } from "./tellLeftOut";

interface UndoDialogProps {
  request: UndoRequest;
  onDone: () => void;
  onClose: () => void;
}

/** Asks before the earlier text is restored on the shop. */
export function UndoDialog({ request, onDone, onClose }: UndoDialogProps) {
  const plan = useUndoPlan(request);
  const undo = useUndo();
  const words = t.publishing;
  const error = plan.error ?? undo.error;
  const count = plan.data?.count ?? 0;
  const confirm = () => {
    if (!plan.data || undo.isPending) return;
    perform(undo, plan.data.plan, {
      onSuccess: (done) => {
        tellLeftOut(done, t.leftOut.undone);
        onDone();
      },
    });
  };
  const place = (plan.data?.field && placeOf(plan.data.field)) || "product";
  const title = words.undoTitle(count, place);
  return (
    <ConfirmDialog
      title={plan.data && count === 0 ? words.undoNothing : title}
      action={count > 0 ? words.undoButton(count) : undefined}
      busy={undo.isPending}
      trouble={error ? describeError(error) : undefined}
      onConfirm={confirm}
      onClose={onClose}
    >
      {plan.isPending && <Loading />}
      {plan.data && <p>{count > 0 ? words.undoText : words.undoNothingText}</p>}
    </ConfirmDialog>
  );
}
