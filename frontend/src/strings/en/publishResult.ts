import { count } from "@/lib/format";

/** What became of a publication of many. */
export const publishResult = {
  label: "Result of publishing",
  stop: "Stop publishing",
  more: (n: string) => `${n} more.`,
  showFailed: "Show failed",
  showConflicts: (n: number) => `Compare ${count(n)}`,
  retry: (n: number) => `Retry ${count(n)}`,
  dismiss: "Close the result",
};

/** Why a job is in its state. */
export const jobReasons = {
  queued: "Waits until the jobs before it are written.",
  afterJob: (job: string) => `Waits until job ${job} is written.`,
  waits: (until: string, why: string, left: string) =>
    `Waits for the endpoint until ${until} (${why}): ${left} to go.`,
  waitsFor: { rate_limit: "rate limit", day_limit: "day limit", spend_cap: "spend cap" },
  publishing: (waiting: number, total: number) =>
    `${count(total - waiting)} of ${count(total)} are on the shop. Stop publishing keeps the rest here.`,
  running: (done: number, total: number) => `${count(done)} of ${count(total)} items written.`,
  paused: "Paused by a person. Resume continues it.",
  completed: (total: number) =>
    total === 1 ? "The one item is written." : `All ${count(total)} items are written.`,
  errors: (failed: number, total: number) =>
    `${count(failed)} of ${count(total)} items failed. The filter Failed shows them with their reasons; Retry tries them again.`,
  failedHow: "The filter Failed shows each; Retry tries them again.",
  cancelled: (n: number) =>
    n === 0 ? "Cancelled by a person." : `Cancelled by a person: ${count(n)} were not written.`,
  failed: "It could not run at all.",
  rewriting: (waiting: number, total: number) =>
    `${count(total - waiting)} of ${count(total)} drafts written again. Each stays as it is until the new one is saved.`,
};
