import { dayGroup } from "@/domain/job";
import { isOffline } from "@/domain/shop";
import type { Job, Shop } from "@/domain/types";
import { t } from "@/strings";
import type { Line } from "@/ui/table/lines";
import { GroupHead, Why } from "./bands";

/** Jobs under their days; a job that stands still, or does not go out, has its reason below it. */
export function jobLines(jobs: Job[], shop: Shop, now: Date): Line<Job>[] {
  const lines: Line<Job>[] = [];
  let last = "";
  for (const job of jobs) {
    const group = dayGroup(job, now);
    if (group !== last) {
      lines.push({ band: <GroupHead>{group}</GroupHead>, key: group, height: 1.75, sticky: true });
      last = group;
    }
    lines.push({ row: job });
    for (const { key, text } of reasonsOf(job, shop)) {
      lines.push({ band: <Why reason={text} />, key: `${key} ${job.id}`, height: 2.375 });
    }
  }
  return lines;
}

interface StillReason {
  key: "why" | "waits";
  text: string;
}

/** Why a job is not written, and why what was decided of it does not go out. */
function reasonsOf(job: Job, shop: Shop): StillReason[] {
  const reasons: StillReason[] = job.reason ? [{ key: "why", text: job.reason.message }] : [];
  const { waiting } = job.counts;
  if (!shop.halted || waiting === 0) return reasons;
  const text = isOffline(shop)
    ? t.outbox.jobOffline(waiting, job.field)
    : t.outbox.jobWaits(waiting, job.field, shop.halted.message);
  return [...reasons, { key: "waits", text }];
}
