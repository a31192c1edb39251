import type { Job } from "@/contract";
import { pausedBy, waiting } from "@/domain/job";
import { outcomeWords } from "@/domain/outcome";
import type { PublishingWords } from "@/strings/en/publishingWords";
import { useNow } from "@/ui/useNow";
import { type HelpPage, WaysOn, Why } from "./bands";

/** Whether a job waits for a moment that is told, and counted. */
export function countsDown({ waits }: Pick<Job, "waits">): boolean {
  return waits !== null && waits.for !== "job" && waits.for !== "spend_cap" && waits.until !== null;
}

interface WhyLineProps {
  job: Job;
  words: PublishingWords;
  onHelp: (page: HelpPage) => void;
}

/** Whether a job has a line that says why. */
export function saysWhy(job: Job, words: PublishingWords): boolean {
  return pausedBy(job) !== null || countsDown(job) || outcomeWords(job, words) !== "";
}

/** Why a job is paused, waits, or did not do all of it, and what helps. */
export function WhyLine({ job, words, onHelp }: WhyLineProps) {
  const now = useNow(countsDown(job));
  const reason = pausedBy(job);
  const wait = countsDown(job) ? waiting(job, now) : "";
  const said = [wait, reason?.message, outcomeWords(job, words)].filter(Boolean).join(" ");
  const helped = reason ?? (wait === "" ? job.failures?.common : undefined);
  return (
    <Why reason={said}>{helped && <WaysOn job={job} reason={helped} onHelp={onHelp} inRow />}</Why>
  );
}
