import { describeError, perform, useUndo, useUndoPlan } from "@/api";
import type { Activity, LeftOut } from "@/contract";
import { t } from "@/strings";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { notifyPlain } from "@/ui/notify";

interface UndoEntriesDialogProps {
  entries: Activity[];
  onDone: () => void;
  onClose: () => void;
}

/** Asks before the texts from before these writes are restored on the shop. */
export function UndoEntriesDialog({ entries, onDone, onClose }: UndoEntriesDialogProps) {
  const possible = entries.filter((entry) => entry.can_undo);
  if (possible.length === 0) return <NothingToUndo onClose={onClose} />;
  return (
    <UndoPlanned
      possible={possible}
      left={entries.length - possible.length}
      onDone={onDone}
      onClose={onClose}
    />
  );
}

function NothingToUndo({ onClose }: { onClose: () => void }) {
  const words = t.activity;
  return (
    <ConfirmDialog
      title={words.undoNothing}
      action={undefined}
      onConfirm={onClose}
      onClose={onClose}
    >
      <p>{words.undoNothingText}</p>
    </ConfirmDialog>
  );
}

interface UndoPlannedProps {
  possible: Activity[];
  /** How many of the chosen ones cannot be undone. */
  left: number;
  onDone: () => void;
  onClose: () => void;
}

function UndoPlanned({ possible, left, onDone, onClose }: UndoPlannedProps) {
  const plan = useUndoPlan({ entries: possible.map((entry) => entry.number) });
  const undo = useUndo();
  const words = t.activity;
  const n = possible.length;
  const error = plan.error ?? undo.error;
  const asked = question(possible);
  const confirm = () => {
    if (!plan.data || undo.isPending) return;
    const stayed = plan.data.left ?? [];
    perform(undo, plan.data.plan, {
      onSuccess: (done) => {
        const out = [...stayed, ...(done.left ?? [])];
        if (out.length > 0) notifyPlain(words.stayedOut(out.map(named)));
        onDone();
        onClose();
      },
    });
  };
  return (
    <ConfirmDialog
      {...asked}
      action={plan.data && asked.action}
      busy={undo.isPending}
      trouble={error ? describeError(error) : undefined}
      onConfirm={confirm}
      onClose={onClose}
    >
      {n === 1 && possible.every((entry) => entry.removes) && <p>{words.againText}</p>}
      <p>{words.undoText}</p>
      {left > 0 && <p>{words.undoLeft(left)}</p>}
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
  if (one.removes) {
    return { title: words.againTitle(one.field, one.place.title), action: words.againButton };
  }
  return { title: words.undoOneTitle(one.field, one.place.title), action: words.undoButton(1) };
}

const named = ({ entry = 0, place, reason }: LeftOut) => ({
  product: place.title || t.activity.entry(entry),
  why: reason.message,
});
