import { type ReactNode, useState } from "react";
import { describeError, type JobMove, perform, useMoveJob } from "@/api";
import type { Job } from "@/contract";
import { onlyRewriting } from "@/domain/job";
import { useGoLive } from "@/flows/useGoLive";
import { type Publishing, usePublishing } from "@/flows/usePublishing";
import { useRetryAll } from "@/flows/useRetryAll";
import { useKeys } from "@/ui/keys/useKeys";
import { notifyTrouble } from "@/ui/notify";
import { CancelJobDialog } from "./CancelJobDialog";
import { ContinueDialog } from "./ContinueSample";
import { asksOf, menuSteps, type Step } from "./steps";

/** Takes the step with the job, after its question where it has one. */
export type TakeStep = (step: Step, job: Job) => void;

export interface JobSteps {
  take: TakeStep;
  busy: boolean;
  /** To be rendered by the caller. */
  dialog: ReactNode;
}

/** Takes the steps that the service allows with jobs; publishing and putting back are asked by `publishing`. */
export function useJobSteps(publishing: (job: Job) => Publishing): JobSteps {
  const move = useMoveJob();
  const goLive = useGoLive();
  const retry = useRetryAll();
  const [question, setQuestion] = useState<{ of: "cancel" | "continue"; job: Job }>();
  const close = () => setQuestion(undefined);
  const go = (job: Job, to: JobMove) =>
    perform(move, { job: job.id, to }, { onError: (error) => notifyTrouble(describeError(error)) });
  const write = (job: Job, to: JobMove) =>
    goLive.ask(job, job.progress.total - job.progress.done, () => go(job, to));
  const take: Record<Step["name"], (job: Job) => void> = {
    cancel: (job) => setQuestion({ of: "cancel", job }),
    resume: (job) => (onlyRewriting(job) > 0 ? go(job, "ResumeJob") : write(job, "ResumeJob")),
    write_now: (job) => write(job, "WriteJobNow"),
    pause: (job) => go(job, "PauseJob"),
    retry: (job) => goLive.ask(job, job.ready.retry, () => retry.run(job)),
    continue: (job) => setQuestion({ of: "continue", job }),
    undo: (job) => publishing(job).undo([]),
    approved: (job) => publishing(job).publishScope("approved"),
    publish: (job) => publishing(job).publishScope("all"),
  };
  return {
    take: ({ name }, job) => take[name](job),
    busy: move.isPending || retry.busy,
    dialog: (
      <>
        {goLive.dialog}
        {question?.of === "cancel" && <CancelJobDialog job={question.job} onClose={close} />}
        {question?.of === "continue" && <ContinueDialog job={question.job} onClose={close} />}
      </>
    ),
  };
}

/** The same for the row of a list: each step is offered by its menu and by the palette. */
export function useRowSteps(jobAt: () => Job | undefined): Omit<JobSteps, "busy"> {
  const [asked, setAsked] = useState("");
  const publishing = usePublishing(asked);
  const { take, dialog } = useJobSteps((job) => {
    setAsked(job.id);
    return publishing;
  });
  useKeys(
    "page",
    menuSteps.map((step) => ({
      combos: [],
      asks: asksOf(step),
      onRow: true,
      get label() {
        const job = jobAt();
        return job ? step.label(job) : "";
      },
      get off() {
        const job = jobAt();
        return !job || !step.allowed(job);
      },
      run: () => {
        const job = jobAt();
        if (job && step.allowed(job)) take(step, job);
      },
    })),
  );
  return {
    take,
    dialog: (
      <>
        {dialog}
        {publishing.dialog}
      </>
    ),
  };
}
