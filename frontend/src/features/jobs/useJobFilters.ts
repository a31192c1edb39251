import { useId, useState } from "react";
import type { Narrowing } from "@/api";
import type { Job } from "@/contract";

/** What the button of a job's filters and their row share. */
export function useJobFilters(
  job: Job,
  narrowing: Narrowing,
  onNarrow: (narrowing: Narrowing) => void,
) {
  const row = useId();
  const [open, onOpen] = useState(false);
  return { job, row, open, onOpen, narrowing, onNarrow };
}
