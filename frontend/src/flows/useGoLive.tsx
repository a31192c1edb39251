import { type ReactNode, useState } from "react";
import type { Job } from "@/contract";
import { GoLiveDialog } from "./GoLiveDialog";

interface GoLive {
  /** Runs the action, after asking if the job publishes `count` drafts without review. */
  ask(job: Job | undefined, count: number, go: () => void): void;
  /** To be rendered by the caller. */
  dialog: ReactNode;
}

/** Resumes or retries a job only after a person has seen that its drafts go live. */
export function useGoLive(): GoLive {
  const [asked, setAsked] = useState<{ job: Job; count: number; go: () => void }>();
  const close = () => setAsked(undefined);
  return {
    ask: (job, count, go) => {
      if (!job) return;
      if (job.strategy === "review" || count === 0) go();
      else setAsked({ job, count, go });
    },
    dialog: asked && (
      <GoLiveDialog
        shop={asked.job.shop_id}
        field={asked.job.field}
        count={asked.count}
        onlyEmpty={asked.job.only_empty}
        onConfirm={() => {
          close();
          asked.go();
        }}
        onClose={close}
      />
    ),
  };
}
