import { describeError, useJob, useMoveJob } from "@/api";
import type { Job } from "@/contract";
import { inBatch, onlyRewriting } from "@/domain/job";
import { t } from "@/strings";
import { ConfirmDialog } from "@/ui/ConfirmDialog";

/** Asks before what a job has not written stays unwritten, or what is written again stays as it is. */
export function CancelJobDialog({ job: asked, onClose }: { job: Job; onClose: () => void }) {
  // The job goes on while it is asked.
  const job = useJob(asked.id).data ?? asked;
  const move = useMoveJob();
  const again = onlyRewriting(job);
  return (
    <ConfirmDialog
      title={again > 0 ? t.jobs.cancelRewritingTitle(again) : t.jobs.cancelTitle(job.id)}
      action={again > 0 ? t.jobs.cancelRewritingButton(again) : t.jobs.cancelButton}
      careful
      busy={move.isPending}
      trouble={move.error ? describeError(move.error) : undefined}
      onConfirm={() => move.mutate({ job: job.id, to: "CancelJob" }, { onSuccess: onClose })}
      onClose={onClose}
    >
      {again > 0 && <p>{t.regenerating.paid}</p>}
      <p>{kept(job, again)}</p>
    </ConfirmDialog>
  );
}

/** What is left as it is. */
function kept(job: Job, again: number): string {
  if (inBatch(job)) return t.batches.cancelText;
  if (again > 0) return t.jobs.cancelRewritingText(again);
  return t.jobs.cancelText(job.progress.total - job.progress.done);
}
