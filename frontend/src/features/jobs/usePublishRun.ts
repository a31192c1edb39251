import { useState } from "react";
import { isOpen } from "@/domain/job";
import type { Job } from "@/domain/types";
import { nextRun, type PublishRun } from "./publishRun";

/** Follows the publishing of a job through its counts. */
export function usePublishRun(job: Job): { run: PublishRun; dismiss: () => void } {
  const [seen, setSeen] = useState(job.counts);
  const [run, setRun] = useState<PublishRun>({ kind: "still", before: job.counts });
  let current = run;
  if (seen !== job.counts) {
    current = nextRun(run, job.counts, isOpen(job));
    setSeen(job.counts);
    setRun(current);
  }
  return { run: current, dismiss: () => setRun({ kind: "still", before: job.counts }) };
}
