import type { Job, Shop } from "@/contract";
import { publishingWords } from "@/domain/publishingWords";
import { t } from "@/strings";
import text from "@/ui/text.module.css";
import { type PublishRun, settled, tells } from "./publishRun";

type ShopOfJob = Pick<Shop, "kind">;

interface JobNewsProps {
  job: Job;
  run: PublishRun;
  shop: ShopOfJob;
}

/** Progress is announced in this many steps: often enough to follow, seldom enough to work beside. */
const STEPS = 10;

/**
 * Announces politely how far writing and publishing have come and how they ended. Only this component does; what the
 * page shows of the same is not announced.
 */
export function JobNews({ job, run, shop }: JobNewsProps) {
  return (
    <p className={text.sr} role="status" aria-live="polite" aria-label={t.jobs.news.label}>
      {newsOf(job, run, shop)}
    </p>
  );
}

function newsOf(job: Job, run: PublishRun, shop: ShopOfJob): string {
  const { counts, progress } = job;
  if (run.kind === "going") {
    return publishingWords(shop).news(step(settled(run), run.total), run.total);
  }
  if (counts.waiting > 0) {
    const all = counts.published + counts.waiting;
    return publishingWords(shop).news(step(counts.published, all), all);
  }
  if (job.state === "running") {
    return t.jobs.news.writing(step(progress.done, progress.total), progress.total);
  }
  const { rewriting } = job;
  if (rewriting.waiting > 0) {
    const done = rewriting.total - rewriting.waiting - rewriting.paused;
    return t.jobs.news.rewriting(step(done, rewriting.total), rewriting.total);
  }
  if (run.kind === "over" && tells(run)) {
    const { published, failed, conflict } = run.tally;
    return publishingWords(shop).result({ published, failed, conflict, unsent: run.unsent });
  }
  if (job.state === "queued") return t.jobMarks.queued;
  return t.jobs.news.state(t.jobMarks[job.state], counts.successful, counts.failed);
}

/** How many are done, brought down to the last step. */
function step(done: number, total: number): number {
  const size = Math.max(1, Math.floor(total / STEPS));
  return done === total ? done : Math.floor(done / size) * size;
}
