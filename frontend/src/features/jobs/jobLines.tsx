import { dayGroup } from "@/domain/job";
import type { Job } from "@/domain/types";
import type { Line } from "@/ui/table/lines";
import { GroupHead, Why } from "./bands";

/** Jobs under their days; a job that stands still has its reason below it. */
export function jobLines(jobs: Job[], now: Date, onSettings: () => void): Line<Job>[] {
  const lines: Line<Job>[] = [];
  let last = "";
  for (const job of jobs) {
    const group = dayGroup(job, now);
    if (group !== last) {
      lines.push({ band: <GroupHead>{group}</GroupHead>, key: group, height: 1.75, sticky: true });
      last = group;
    }
    lines.push({ row: job });
    if (job.reason) {
      const why = <Why job={job} reason={job.reason} onSettings={onSettings} />;
      lines.push({ band: why, key: `why ${job.id}`, height: 2.375 });
    }
  }
  return lines;
}
