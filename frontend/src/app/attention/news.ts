import type { Job } from "@/contract";
import { t } from "@/strings";
import { notifyPlain } from "@/ui/notify";

/** A job shorter than this, in milliseconds, ended while its creator was still looking at it. */
const LONG_MS = 15_000;

/** What a notification says about a job. */
export interface News {
  job: Job;
  title: string;
  text: string;
}

/** Tells what happened to the jobs since the last look. */
export function tellNews(
  before: ReadonlyMap<string, Job["state"]>,
  jobs: Job[],
  onOpen: (job: Job) => void,
): void {
  for (const news of newsOf(before, jobs, jobSeen())) tell(news, () => onOpen(news.job));
}

/** Through the system if allowed and the page is not in view; otherwise in the corner of the page. */
function tell({ title, text }: News, onOpen: () => void): void {
  const away = document.hidden || !document.hasFocus();
  if (away && "Notification" in window && Notification.permission === "granted") {
    const notice = new Notification(title, { body: text, tag: title, icon: "/icon.svg" });
    notice.onclick = () => {
      window.focus();
      onOpen();
    };
    return;
  }
  notifyPlain(`${title}: ${text}`);
}

/** The job whose own page, with all of that in its head, a person looks at. */
export function jobSeen(): string | undefined {
  if (document.hidden || !document.hasFocus()) return undefined;
  return /\/jobs\/([^/?]+)(?:\?|$)/.exec(location.hash)?.[1];
}

/** What happened to the jobs since the last look that a person should know, but for the one that is seen. */
export function newsOf(
  before: ReadonlyMap<string, Job["state"]>,
  jobs: Job[],
  seen: string | undefined,
): News[] {
  return jobs.flatMap((job) => {
    const was = before.get(job.id);
    if (was === undefined || was === job.state || job.id === seen) return [];
    const words = wordsOf(job);
    return words ? [{ job, ...words }] : [];
  });
}

function wordsOf(job: Job): { title: string; text: string } | undefined {
  const words = t.attention;
  const title = words.title(job.id, job.name);
  switch (job.state) {
    case "paused":
      // A person who pauses a job knows it: only a job that paused itself has a reason.
      return job.reason ? { title, text: job.reason.message } : undefined;
    case "failed":
      return { title, text: job.reason?.message ?? t.jobReasons.failed };
    case "completed":
      if (tookOf(job) < LONG_MS) return undefined;
      return { title, text: words.completed(job.counts.to_review, job.counts.failed) };
    default:
      return undefined;
  }
}

function tookOf(job: Job): number {
  if (!job.started_at || !job.finished_at) return 0;
  return Date.parse(job.finished_at) - Date.parse(job.started_at);
}
