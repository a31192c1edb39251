import { describeError, perform, useContinueJob, useRestEstimate } from "@/api";
import type { Job } from "@/contract";
import { isFree } from "@/domain/writer";
import { GoLiveDialog } from "@/flows/GoLiveDialog";
import { useGoLive } from "@/flows/useGoLive";
import { count, money } from "@/lib/format";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { notifyTrouble } from "@/ui/notify";

/** How many a sample left out, and a button's words with what they cost; nothing until it is known. */
function useRest(job: Job) {
  const rest = useRestEstimate(job.id);
  const { data } = rest;
  if (!data || data.items === 0) return { items: data?.items, error: rest.error };
  const cost = isFree(data.writer) || !data.priced ? "" : money(data.cost_usd);
  const words = t.jobs.writeRest(count(data.items)) + (cost && t.jobs.aboutCost(cost));
  return { items: data.items, cost, words, error: null };
}

/** Has what a sample left out written, in the same words. */
export function ContinueSample({ job }: { job: Job }) {
  const { items, words } = useRest(job);
  const go = useContinueJob(job.id);
  const goLive = useGoLive();
  if (!items) return null;
  return (
    <>
      <Button
        icon="play"
        busy={go.isPending}
        onClick={() =>
          goLive.ask(job, items, () =>
            perform(go, undefined, { onError: (error) => notifyTrouble(describeError(error)) }),
          )
        }
      >
        {words}
      </Button>
      {goLive.dialog}
    </>
  );
}

/** The same from the row of the job: asked with its cost, which the row does not show. */
export function ContinueDialog({ job, onClose }: { job: Job; onClose: () => void }) {
  const { items, cost, words, error } = useRest(job);
  const go = useContinueJob(job.id);
  const confirm = () => go.mutate(undefined, { onSuccess: onClose });
  const failed = go.error ?? error;
  const trouble = failed ? describeError(failed) : undefined;
  if (job.strategy === "publish" && items) {
    return (
      <GoLiveDialog
        shop={job.shop_id}
        field={job.field}
        count={items}
        onlyEmpty={job.only_empty}
        cost={cost}
        busy={go.isPending}
        trouble={trouble}
        onConfirm={confirm}
        onClose={onClose}
      />
    );
  }
  return (
    <ConfirmDialog
      title={t.jobs.writeRestTitle(job.id)}
      action={words}
      busy={go.isPending}
      trouble={trouble}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>{items === 0 ? t.jobs.nothingToWrite : t.jobs.writeRestText}</p>
    </ConfirmDialog>
  );
}
