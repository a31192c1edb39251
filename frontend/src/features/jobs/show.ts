import type { Job } from "@/contract";
import { t } from "@/strings";

/** The filters of the job list. */
export type JobShow =
  | "all"
  | "running"
  | "paused"
  | "publishing"
  | "review"
  | "failures"
  | "changed"
  | "archived";

const shows: Record<JobShow, (job: Job) => boolean> = {
  all: () => true,
  running: (job) => job.state === "running" || job.state === "queued",
  paused: (job) => job.state === "paused",
  publishing: (job) => job.publishing !== null,
  review: (job) => job.counts.to_review > 0,
  failures: (job) => job.counts.failed > 0 || job.state === "failed",
  changed: (job) => job.counts.changed > 0,
  archived: () => true,
};

/** An archived job is in its own filter only. */
function isShown(job: Job, show: JobShow): boolean {
  return (job.archived_at !== null) === (show === "archived") && shows[show](job);
}

export function countShown(jobs: Job[], show: JobShow): number {
  return jobs.filter((job) => isShown(job, show)).length;
}

/** The jobs of a filter whose number, name or field has the text. */
export function matching(jobs: Job[], show: JobShow, search: string): Job[] {
  const wanted = search.trim().toLowerCase();
  return jobs.filter((job) => {
    const words = `${job.id} ${job.name} ${t.jobs.field(job.field)}`.toLowerCase();
    return isShown(job, show) && words.includes(wanted);
  });
}

const tabs: JobShow[] = [
  "all",
  "running",
  "paused",
  "publishing",
  "review",
  "failures",
  "changed",
  "archived",
];

/** Filters that are there for what they show, and leave when there is none of it. */
const rare: JobShow[] = ["paused", "publishing", "changed", "archived"];

/** The filters with their counts; archived jobs are outside of all others, after a divider. */
export function tabsOf(jobs: Job[], shown: JobShow, known: boolean) {
  return tabs
    .map((key) => ({
      key,
      label: t.jobs.tabs[key],
      count: known ? countShown(jobs, key) : undefined,
      divided: key === "archived",
    }))
    .filter(({ key, count }) => !rare.includes(key) || key === shown || (count ?? 0) > 0);
}
