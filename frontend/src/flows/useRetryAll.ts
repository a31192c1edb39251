import { describeError, perform, useRetry } from "@/api";
import type { Job } from "@/contract";
import { t } from "@/strings";
import { notifyPlain, notifyTrouble } from "@/ui/notify";
import { tellLeftOut } from "./tellLeftOut";

/** Retries everything that failed in a job: as many as the button says, or none. */
export function useRetryAll() {
  const retry = useRetry();
  const run = (job: Job, onDone?: () => void) =>
    perform(
      retry,
      { job: job.id, items: [], said: job.ready.retry },
      {
        onError: (error) => notifyTrouble(describeError(error)),
        onSuccess: (done) => {
          if ("failed" in done) return notifyPlain(t.leftOut.retryChanged(done.failed));
          tellLeftOut(done, t.leftOut.retried);
          onDone?.();
        },
      },
    );
  return { run, busy: retry.isPending };
}
