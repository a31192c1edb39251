import type { Job } from "@/contract";
import { t } from "@/strings";

/** The filters of the job list. */
export type JobShow = "all" | "running" | "paused" | "review" | "failures";

const shows: Record<JobShow, (job: Job) => boolean> = {
  all: () => true,
  running: (job) => job.state === "running" || job.state === "queued",
  paused: (job) => job.state === "paused",
  review: (job) => job.counts.to_review > 0,
  failures: (job) => job.counts.failed > 0 || job.state === "failed",
};

export function countShown(jobs: Job[], show: JobShow): number {
  return jobs.filter(shows[show]).length;
}

/** The jobs of a filter whose number, name or field has the text. */
export function matching(jobs: Job[], show: JobShow, search: string): Job[] {
  const wanted = search.trim().toLowerCase();
  return jobs.filter((job) => {
    const words = `${job.id} ${job.name} ${t.jobs.field(job.field)}`.toLowerCase();
    return shows[show](job) && words.includes(wanted);
  });
}
