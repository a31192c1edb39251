import type { Job, ShopOverview } from "@/contract";
import { dayGroup } from "@/domain/job";
import { publishingWords } from "@/domain/publishingWords";
import { isOffline } from "@/domain/shop";
import { t } from "@/strings";
import type { Line } from "@/ui/table/lines";
import { GroupHead, type HelpPage, Why } from "./bands";
import { RunLine } from "./RunLine";
import { saysWhy, WhyLine } from "./WhyLine";

/** Jobs under their days; what a job waits for, is paused by or failed with is below it. */
export function jobLines(
  jobs: Job[],
  shop: ShopOverview,
  now: Date,
  onHelp: (page: HelpPage) => void,
  onOutbox: () => void,
): Line<Job>[] {
  const lines: Line<Job>[] = [];
  const words = publishingWords(shop);
  let last = "";
  for (const job of jobs) {
    const group = dayGroup(job, now);
    if (group !== last) {
      lines.push({ band: <GroupHead>{group}</GroupHead>, key: group, height: 1.75, sticky: true });
      last = group;
    }
    lines.push({ row: job });
    if (saysWhy(job, words)) {
      const why = <WhyLine job={job} words={words} onHelp={onHelp} />;
      lines.push({ band: why, key: `why ${job.id}`, height: 2.375 });
    }
    const waits = whyItWaits(job, shop);
    if (waits) {
      lines.push({ band: <Why reason={waits} />, key: `waits ${job.id}`, height: 2.375 });
    } else if (job.publishing) {
      const run = <RunLine job={job} run={job.publishing} shop={shop} onOutbox={onOutbox} />;
      lines.push({ band: run, key: `run ${job.id}`, height: 2.375 });
    }
  }
  return lines;
}

/** Why a job's publications wait; nothing if they do not. */
function whyItWaits(job: Job, shop: ShopOverview): string | undefined {
  const { waiting } = job.counts;
  if (!shop.halted || waiting === 0) return undefined;
  return isOffline(shop)
    ? t.outbox.jobOffline(waiting, job.field)
    : t.outbox.jobWaits(waiting, job.field, shop.halted.message);
}
