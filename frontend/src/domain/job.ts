import type { Job, JobState, Reason } from "@/contract";
import { daysAgo, duration, fullDay, moment, time } from "@/lib/format";
import { t } from "@/strings";
import { traitsOf } from "./codes";
import { failedWords } from "./outcome";

type Status = JobState | "errors" | "publishing" | "rewriting" | "rewritingPaused";

/** The word of the status badge: a completed job may have failures, and an ended one drafts that are written again. */
export function statusOf(
  job: Pick<Job, "state" | "counts" | "rewriting"> & Partial<Pick<Job, "publishing">>,
): Status {
  if (hasEnded(job.state)) {
    if (job.publishing) return "publishing";
    if (job.rewriting.waiting > 0) return "rewriting";
    if (job.rewriting.paused > 0) return "rewritingPaused";
  }
  return job.state === "completed" && job.counts.failed > 0 ? "errors" : job.state;
}

function hasEnded(state: JobState): boolean {
  return state === "completed" || state === "cancelled" || state === "failed";
}

/** Why the job is in its state. */
export function statusReason(
  job: Pick<Job, "state" | "counts" | "progress" | "reason" | "rewriting" | "waits"> &
    Partial<Pick<Job, "publishing" | "failures" | "batches">>,
): string {
  const { counts, progress, rewriting } = job;
  const status = statusOf(job);
  if (status === "rewriting") {
    return t.jobReasons.rewriting(rewriting.waiting, rewriting.total);
  }
  if (status === "publishing" && job.publishing) {
    return t.jobReasons.publishing(job.publishing.waiting, job.publishing.total);
  }
  if (status === "rewritingPaused") return rewriting.reason?.message ?? t.jobReasons.paused;
  const waits = waiting(job, new Date());
  if (job.reason) return [waits, job.reason.message].filter(Boolean).join(" ");
  if (waits) return waits;
  switch (status) {
    case "running":
      return t.jobReasons.running(progress.done, progress.total);
    case "completed":
      return t.jobReasons.completed(counts.total);
    case "errors":
      return failedWords(job) === ""
        ? t.jobReasons.errors(counts.failed, counts.total)
        : `${failedWords(job)} ${t.jobReasons.failedHow}`;
    case "cancelled":
      return t.jobReasons.cancelled(counts.cancelled);
    case "queued":
      return t.jobReasons.queued;
    case "paused":
      return t.jobReasons.paused;
    case "publishing":
      return "";
    case "failed":
      return t.jobReasons.failed;
  }
}

/** Why the job, or the regenerate of its drafts, is paused. */
export function pausedBy(job: Pick<Job, "reason" | "rewriting">): Reason | null {
  return job.reason ?? (job.rewriting.paused > 0 ? job.rewriting.reason : null);
}

/** The number of queued regenerates, if the job has nothing else left to write. */
export function onlyRewriting({
  progress,
  rewriting,
}: Pick<Job, "progress" | "rewriting">): number {
  return progress.done === progress.total ? rewriting.waiting + rewriting.paused : 0;
}

/** The page on which the reason can be dealt with: a cap in Settings, the writer in its set-up. */
export function helpFor({ code }: Reason): "/settings" | "/setup" | undefined {
  const traits = traitsOf(code);
  if (traits?.settings) return "/settings";
  return traits?.setup ? "/setup" : undefined;
}

/** What an open job waits for now, in words; "" for nothing. */
export function waiting(
  { waits, batches, state }: Pick<Job, "waits"> & Partial<Pick<Job, "batches" | "state">>,
  now: Date,
): string {
  if (batches && batches.done < batches.files) return batchWait(batches, state, now);
  if (!waits) return "";
  if (waits.for === "job") return t.jobReasons.afterJob(waits.job);
  const until = waits.until;
  if (!until || Date.parse(until) <= now.getTime()) return "";
  // The reason of a cap says when it goes on.
  if (waits.for === "spend_cap") return "";
  const left = duration(Date.parse(until) - now.getTime());
  return t.jobReasons.waits(when(until, now), t.jobReasons.waitsFor[waits.for], left);
}

function batchWait(
  { files, done, requests, answered, latest }: NonNullable<Job["batches"]>,
  state: Job["state"] | undefined,
  now: Date,
): string {
  if (state === "cancelled") return t.batches.stopping;
  const words = t.batches.waits(done, files, answered, requests);
  return words + (latest ? t.batches.latest(when(latest, now)) : t.batches.end);
}

function when(at: string, now: Date): string {
  return daysAgo(at, now) < 0 ? `${fullDay(at)}, ${time(at)}` : time(at);
}

/** How many items were written or tried, without those that a cancelled job left. */
export function written({ progress, counts }: Pick<Job, "progress" | "counts">) {
  return { done: progress.done - counts.cancelled, total: progress.total };
}

/**
 * How long a finished job took, or about how long a running one still takes; "" if unknown. For a paused job, the
 * reason in short.
 */
export function timing(job: Job, now: number): string {
  if (job.publishing) return runLeft(job.publishing, now);
  if (statusOf(job).startsWith("rewriting")) return "";
  if (inBatch(job)) return job.state === "cancelled" ? "" : t.batches.inList;
  if (job.waits?.for === "job") return t.jobs.afterJob(job.waits.job);
  if (job.state === "completed" && job.started_at && job.finished_at) {
    return t.jobs.in(duration(Date.parse(job.finished_at) - Date.parse(job.started_at)));
  }
  if (job.state === "cancelled" && job.finished_at) return t.jobs.at(moment(job.finished_at));
  if (job.state === "paused" && job.reason?.code === "spend_cap") return t.jobs.bySpendCap;
  const { done, total } = job.progress;
  if (job.state !== "running" || !job.started_at || done === 0 || done >= total) return "";
  const spent = now - Date.parse(job.started_at);
  return spent > 0 ? t.jobs.left(duration((spent / done) * (total - done))) : "";
}

/** Whether files of the job are with the endpoint. */
export function inBatch({ batches }: Pick<Job, "batches">): boolean {
  return batches !== null && batches !== undefined && batches.done < batches.files;
}

/** About how long writes that are under way still take, by those that are done; "" while none is. */
function runLeft(run: NonNullable<Job["publishing"]>, now: number): string {
  const done = run.total - run.waiting;
  const spent = now - Date.parse(run.started_at);
  if (done === 0 || spent <= 0) return "";
  return t.jobs.left(duration((spent / done) * run.waiting));
}

/** The heading of a job's group in the list. */
export function dayGroup(job: Pick<Job, "created_at">, now: Date): string {
  const days = daysAgo(job.created_at, now);
  if (days <= 0) return t.jobs.today(fullDay(job.created_at));
  if (days === 1) return t.jobs.yesterday;
  return days < 7 ? t.jobs.lastWeek : t.jobs.earlier;
}
