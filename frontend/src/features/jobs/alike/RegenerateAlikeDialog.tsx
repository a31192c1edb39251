import { describeError, perform, useAlikeEstimate, useRegenerateAlike } from "@/api";
import { isFree } from "@/domain/writer";
import { tellLeftOut } from "@/flows/tellLeftOut";
import { t } from "@/strings";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { Loading } from "@/ui/States";

interface RegenerateAlikeDialogProps {
  shop: string;
  job: string;
  groups: string[];
  onDone: () => void;
  onClose: () => void;
}

/** Says what writing the drafts of groups again would cost, and asks. */
export function RegenerateAlikeDialog(props: RegenerateAlikeDialogProps) {
  const { shop, job, groups, onDone, onClose } = props;
  const estimate = useAlikeEstimate(job, groups);
  const regenerate = useRegenerateAlike(shop, job);
  const words = t.alike.ask;
  const found = estimate.data;
  const n = found?.count ?? 0;
  const error = estimate.error ?? regenerate.error;
  const ready = found && n > 0 && !found.needs_price && !estimate.isPlaceholderData;
  const confirm = () => {
    if (!ready || regenerate.isPending) return;
    perform(regenerate, groups, {
      onSuccess: (done) => {
        tellLeftOut(done, words.going);
        onDone();
      },
    });
  };
  return (
    <ConfirmDialog
      title={words.title(n)}
      action={ready ? words.action(n) : undefined}
      busy={regenerate.isPending}
      trouble={error ? describeError(error) : undefined}
      onConfirm={confirm}
      onClose={onClose}
    >
      {estimate.isPending && <Loading />}
      {found && n === 0 && <p>{words.none}</p>}
      {found && n > 0 && (
        <>
          <p>{words.text}</p>
          {found.left > 0 && <p>{words.left(found.left)}</p>}
          {found.needs_price ? <p>{found.needs_price.message}</p> : <p>{costOf(found)}</p>}
        </>
      )}
    </ConfirmDialog>
  );
}

function costOf(found: NonNullable<ReturnType<typeof useAlikeEstimate>["data"]>): string {
  if (isFree(found.writer)) return t.jobs.spentNothing;
  if (!found.priced) return t.jobs.priceUnknown;
  return t.alike.ask.cost(found.cost_usd, found.cost_max_usd, found.today_usd);
}
