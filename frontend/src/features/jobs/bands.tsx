import type { ReactNode } from "react";
import { describeError, perform, useMoveJob } from "@/api";
import type { Job, Reason } from "@/contract";
import { helpFor, onlyRewriting } from "@/domain/job";
import { useGoLive } from "@/flows/useGoLive";
import { useRetryAll } from "@/flows/useRetryAll";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { Icon } from "@/ui/Icon";
import { notifyTrouble } from "@/ui/notify";
import classes from "./bands.module.css";

/** The head of a group of jobs: their day. */
export function GroupHead({ children }: { children: string }) {
  return <div className={classes.group}>{children}</div>;
}

/** Why the job above waits or is paused; joined to it by a line. */
export function Why({ reason, children }: { reason: string; children?: ReactNode }) {
  return (
    <div className={classes.why}>
      <Icon shape="info" tone="warn" />
      <span title={reason}>{reason}</span>
      {children}
    </div>
  );
}

interface WaysOnProps {
  job: Job;
  reason: Reason;
  onHelp: (page: HelpPage) => void;
  /** On the job's own page Resume and Retry are in its head. */
  inRow?: boolean;
}

/** Where a person deals with the reason. */
export type HelpPage = NonNullable<ReturnType<typeof helpFor>>;

/** What a person can do about a job that waits, or ended without a draft. */
export function WaysOn({ job, reason, onHelp, inRow }: WaysOnProps) {
  const retry = useRetryAll();
  const help = helpFor(reason);
  const move = useMoveJob();
  const words = t.jobs;
  const goLive = useGoLive();
  const resuming = { job: job.id, to: "ResumeJob" } as const;
  const resume = () =>
    perform(move, resuming, { onError: (error) => notifyTrouble(describeError(error)) });
  return (
    <>
      {goLive.dialog}
      {help && (
        <Button small onClick={() => onHelp(help)}>
          {reason.code === "spend_cap" ? words.raiseCap : words.checkWriter}
        </Button>
      )}
      {inRow && job.can.retry && !job.can.resume && (
        <Button
          kind="quiet"
          small
          label={words.retryJob(job.id, job.ready.retry)}
          busy={retry.busy}
          onClick={() => goLive.ask(job, job.ready.retry, () => retry.run(job))}
        >
          {words.retry(job.ready.retry)}
        </Button>
      )}
      {inRow && job.can.resume && (
        <Button
          kind="quiet"
          small
          label={words.resumeJob(job.id)}
          busy={move.isPending}
          onClick={() =>
            onlyRewriting(job) > 0
              ? resume()
              : goLive.ask(job, job.progress.total - job.progress.done, resume)
          }
        >
          {words.resume}
        </Button>
      )}
    </>
  );
}
