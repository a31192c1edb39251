import { useState } from "react";
import { describeError, type JobMove, perform, useMoveJob } from "@/api";
import type { Job } from "@/contract";
import { onlyRewriting } from "@/domain/job";
import { useGoLive } from "@/flows/useGoLive";
import { useRetryAll } from "@/flows/useRetryAll";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { notifyTrouble } from "@/ui/notify";
import { ContinueSample } from "./ContinueSample";

/** Pause, resume, cancel and retry, as far as the job allows it now. */
export function JobSteering({ job }: { job: Job }) {
  const move = useMoveJob(job.id);
  const [cancelling, setCancelling] = useState(false);
  const go = (to: JobMove) =>
    perform(move, to, { onError: (error) => notifyTrouble(describeError(error)) });
  const goLive = useGoLive(job);
  const unwritten = job.progress.total - job.progress.done;
  const retry = useRetryAll(job);
  const again = onlyRewriting(job);
  return (
    <>
      {job.can.cancel && (
        <Button kind="quiet" disabled={move.isPending} onClick={() => setCancelling(true)}>
          {again > 0 ? t.jobs.cancelRewriting : t.jobs.cancel}
        </Button>
      )}
      {job.can.resume && (
        <Button
          icon="play"
          disabled={move.isPending}
          onClick={() =>
            again > 0 ? go("ResumeJob") : goLive.ask(unwritten, () => go("ResumeJob"))
          }
        >
          {job.can.write_now ? t.batches.goOn : t.jobs.resume}
        </Button>
      )}
      {job.can.write_now && (
        <Button
          icon="play"
          disabled={move.isPending}
          onClick={() => goLive.ask(unwritten, () => go("WriteJobNow"))}
        >
          {t.batches.writeNow}
        </Button>
      )}
      {job.can.pause && (
        <Button icon="pause" disabled={move.isPending} onClick={() => go("PauseJob")}>
          {t.jobs.pause}
        </Button>
      )}
      {job.can.retry && (
        <Button
          icon="retry"
          disabled={retry.busy}
          onClick={() => goLive.ask(job.ready.retry, () => retry.run())}
        >
          {t.jobs.retry(job.ready.retry)}
        </Button>
      )}
      {job.can.continue && job.compared_with === "" && <ContinueSample job={job} />}
      {goLive.dialog}
      {cancelling && (
        <ConfirmDialog
          title={again > 0 ? t.jobs.cancelRewritingTitle(again) : t.jobs.cancelTitle(job.id)}
          action={again > 0 ? t.jobs.cancelRewritingButton(again) : t.jobs.cancelButton}
          careful
          busy={move.isPending}
          trouble={move.error ? describeError(move.error) : undefined}
          onConfirm={() => move.mutate("CancelJob", { onSuccess: () => setCancelling(false) })}
          onClose={() => setCancelling(false)}
        >
          {again > 0 && <p>{t.regenerating.paid}</p>}
          <p>{again > 0 ? t.jobs.cancelRewritingText(again) : t.jobs.cancelText(unwritten)}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
