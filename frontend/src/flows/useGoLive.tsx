import { type ReactNode, useState } from "react";
import type { Job } from "@/contract";
import { GoLiveDialog } from "./GoLiveDialog";

interface GoLive {
  /** Runs the action, after asking if the job publishes `count` drafts without review. */
  ask(count: number, go: () => void): void;
  /** To be rendered by the caller. */
  dialog: ReactNode;
}

/** Resumes or retries a job only after a person has seen that its drafts go live. */
export function useGoLive(job: Job | undefined): GoLive {
  const [asked, setAsked] = useState<{ count: number; go: () => void }>();
  const close = () => setAsked(undefined);
  return {
    ask: (count, go) => {
      if (job?.strategy === "review" || count === 0) go();
      else setAsked({ count, go });
    },
    dialog: asked && job && (
      <GoLiveDialog
        shop={job.shop_id}
        field={job.field}
        count={asked.count}
        onlyEmpty={job.only_empty}
        onConfirm={() => {
          close();
          asked.go();
        }}
        onClose={close}
      />
    ),
  };
}
