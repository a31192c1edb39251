import type { Job } from "@/contract";
import { isFree } from "@/domain/writer";
import { money } from "@/lib/format";
import { t } from "@/strings";

/** About what writing drafts of a job again costs: as its drafts so far did. */
export function RegenerateCost({ job, n }: { job: Job; n: number }) {
  if (isFree(job.writer)) return <p>{t.jobs.spentNothing}</p>;
  const { usage, counts } = job;
  if (!usage.priced || counts.successful === 0) return <p>{t.jobs.priceUnknown}</p>;
  return <p>{t.review.regenerateCost(money((usage.cost_usd / counts.successful) * n), n)}</p>;
}
