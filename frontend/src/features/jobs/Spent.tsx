import type { Job } from "@/contract";
import { isFree } from "@/domain/writer";
import { money, percent } from "@/lib/format";
import { t } from "@/strings";

/** What a job has cost so far, how much of its input was in a cache, and what is set aside for its batches. */
export function Spent({ job }: { job: Job }) {
  const { usage, batches } = job;
  const aside = batches?.set_aside_usd ?? 0;
  if (isFree(job.writer)) return <span>{t.jobs.spentNothing}</span>;
  if (!usage.priced) return <span>{t.jobs.priceUnknown}</span>;
  const { input_tokens: sent, cached_tokens: cached } = usage;
  return (
    <span>
      {t.jobs.spent}{" "}
      <b>{usage.estimated ? t.spend.about(money(usage.cost_usd)) : money(usage.cost_usd)}</b>
      {cached > 0 && t.jobs.spentCached(percent(cached, sent))}
      {aside > 0 && t.batches.setAside(money(aside))}
    </span>
  );
}
