import type { Job } from "@/contract";
import { t } from "@/strings";
import type { PublishingWords } from "@/strings/en/publishingWords";

type Failing = Pick<Job, "counts" | "reason"> & Partial<Pick<Job, "failures">>;

/** How many items failed and what most of them failed with; "" where that is not known, or the job's reason says it. */
export function failedWords({ counts, failures, reason }: Failing): string {
  if (reason || !failures || failures.count === 0) return "";
  return t.jobs.failedWith(counts.failed, failures.count, failures.brief);
}

/** What became of a job's items, if some of them need a person: what was published, what failed and why, conflicts. */
export function outcomeWords(
  job: Failing & Pick<Job, "publishing" | "state">,
  words: Pick<PublishingWords, "tally">,
): string {
  const { counts, failures, publishing } = job;
  const ended = job.state === "completed" || job.state === "cancelled";
  if (publishing || !ended) return "";
  const unpublished = failures?.unpublished ?? 0;
  if (unpublished + counts.conflict === 0) return failedWords(job);
  const published = counts.published + counts.changed;
  const { failed, conflict } = counts;
  const why = failedWords(job) === "" ? "" : (failures?.brief ?? "");
  const result = words.tally({ published, failed, conflict, unsent: 0 });
  if (why === "" || !failures) return `${result}.`;
  return t.jobs.resultBecause(result, failed, failures.count, why);
}
