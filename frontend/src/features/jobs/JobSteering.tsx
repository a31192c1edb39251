import { useState } from "react";
import { describeError, type JobMove, useMoveJob } from "@/api";
import { isOpen } from "@/domain/job";
import type { Job } from "@/domain/types";
import { useGoLive } from "@/flows/useGoLive";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { notifyTrouble } from "@/ui/notify";

/** Pause, resume, cancel while the job is open; retry where something failed. */
export function JobSteering({ job }: { job: Job }) {
  const move = useMoveJob(job.id);
  const [cancelling, setCancelling] = useState(false);
  const go = (to: JobMove) =>
    move.mutate(to, { onError: (error) => notifyTrouble(describeError(error)) });
  const open = isOpen(job);
  const goLive = useGoLive(job);
  const unwritten = job.progress.total - job.progress.done;
  return (
    <>
      {open && (
        <Button kind="quiet" disabled={move.isPending} onClick={() => setCancelling(true)}>
          {t.jobs.cancel}
        </Button>
      )}
      {job.state === "paused" && (
        <Button
          icon="play"
          disabled={move.isPending}
          onClick={() => goLive.ask(unwritten, () => go("ResumeJob"))}
        >
          {t.jobs.resume}
        </Button>
      )}
      {(job.state === "running" || job.state === "queued") && (
        <Button icon="pause" disabled={move.isPending} onClick={() => go("PauseJob")}>
          {t.jobs.pause}
        </Button>
      )}
      {!open && job.counts.failed > 0 && (
        <Button
          icon="retry"
          disabled={move.isPending}
          onClick={() => goLive.ask(job.counts.failed, () => go("RetryJob"))}
        >
          {t.jobs.retry(job.counts.failed)}
        </Button>
      )}
      {goLive.dialog}
      {cancelling && (
        <ConfirmDialog
          title={t.jobs.cancelTitle(job.id)}
          action={t.jobs.cancelButton}
          busy={move.isPending}
          trouble={move.error ? describeError(move.error) : undefined}
          onConfirm={() => move.mutate("CancelJob", { onSuccess: () => setCancelling(false) })}
          onClose={() => setCancelling(false)}
        >
          <p>{t.jobs.cancelText(unwritten)}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
