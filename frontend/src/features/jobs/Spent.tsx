import type { Job } from "@/contract";
import { isFree } from "@/domain/writer";
import { money, percent } from "@/lib/format";
import { t } from "@/strings";

/** What a job has cost so far, and how much of its input endpoints had in their cache. */
export function Spent({ job }: { job: Job }) {
  const { usage } = job;
  if (isFree(job.writer)) return <span>{t.jobs.spentNothing}</span>;
  if (!usage.priced) return <span>{t.jobs.priceUnknown}</span>;
  const { input_tokens: sent, cached_tokens: cached } = usage;
  return (
    <span>
      {t.jobs.spent}{" "}
      <b>{usage.estimated ? t.spend.about(money(usage.cost_usd)) : money(usage.cost_usd)}</b>
      {cached > 0 && t.jobs.spentCached(percent(cached, sent))}
    </span>
  );
}
