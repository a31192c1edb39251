import type { Job } from "@/domain/types";
import { t } from "@/strings";
import text from "@/ui/text.module.css";

/** Progress is told in so many steps: often enough to follow, seldom enough to work beside. */
const STEPS = 10;

/** Tells those who listen how far writing and publishing have come, without taking the word. */
export function JobNews({ job }: { job: Job }) {
  return (
    <p className={text.sr} role="status" aria-live="polite" aria-label={t.jobs.news.label}>
      {newsOf(job)}
    </p>
  );
}

function newsOf(job: Job): string {
  const { counts, progress } = job;
  if (counts.waiting > 0) {
    const all = counts.published + counts.waiting;
    return t.jobs.news.publishing(step(counts.published, all), all);
  }
  if (job.state === "running") {
    return t.jobs.news.writing(step(progress.done, progress.total), progress.total);
  }
  if (job.state === "queued") return t.jobMarks.queued;
  return t.jobs.news.stands(t.jobMarks[job.state], counts.successful, counts.failed);
}

/** How many are done, brought down to the last step. */
function step(done: number, total: number): number {
  const size = Math.max(1, Math.floor(total / STEPS));
  return done === total ? done : Math.floor(done / size) * size;
}
