import { useState } from "react";
import { useLatestRun } from "@/api";
import type { Job } from "@/contract";
import { type PublishRun, runOf } from "./publishRun";

/** Follows the plan of the job that was confirmed last, whichever window or command confirmed it. */
export function usePublishRun(job: Job): { run: PublishRun; dismiss: () => void } {
  const latest = useLatestRun(job.id).data;
  const [known, setKnown] = useState(false);
  const [past, setPast] = useState<string>();
  let told = past;
  if (latest !== undefined && !known) {
    // What ended before the page was opened is not reported.
    if (latest?.waiting === 0) told = latest.plan;
    setKnown(true);
    setPast(told);
  }
  return {
    run: runOf(latest, told, job.finished_at === null),
    dismiss: () => setPast(latest?.plan),
  };
}
