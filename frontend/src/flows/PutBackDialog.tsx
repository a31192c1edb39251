import { describeError, perform, usePutBack, usePutBackPlan } from "@/api";
import type { ChangedText } from "@/contract";
import { isHtml } from "@/domain/fields";
import { tellLeftOut } from "@/flows/tellLeftOut";
import { plainText } from "@/lib/plainText";
import { wordsIn } from "@/lib/words";
import { t } from "@/strings";
import { ConfirmDialog } from "@/ui/ConfirmDialog";

interface PutBackDialogProps {
  change: ChangedText;
  shop: string;
  onClose: () => void;
}

/** Says what would be written in the place of the shop's text, and asks before it goes. */
export function PutBackDialog({ change, shop, onClose }: PutBackDialogProps) {
  const plan = usePutBackPlan({ publication_id: change.publication_id, seen_at: change.seen_at });
  const putBack = usePutBack();
  const words = t.changed;
  const error = plan.error ?? putBack.error;
  const confirm = () => {
    if (!plan.data || putBack.isPending) return;
    perform(putBack, plan.data.plan, {
      onSuccess: (done) => {
        tellLeftOut(done, t.leftOut.undone);
        onClose();
      },
    });
  };
  return (
    <ConfirmDialog
      title={words.putBackTitle(change.field, change.place.title, shop)}
      action={plan.data ? words.putBackAction : undefined}
      busy={putBack.isPending}
      trouble={error ? describeError(error) : undefined}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>{words.putBackText(wordsOf(change))}</p>
    </ConfirmDialog>
  );
}

function wordsOf({ field, on_shop }: ChangedText): number {
  return wordsIn(isHtml(field) ? plainText(on_shop.text) : on_shop.text);
}
