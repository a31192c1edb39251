import type { LeftOut } from "@/contract";
import { t } from "@/strings";
import { notifyPlain } from "@/ui/notify";

interface Done {
  count: number;
  left: LeftOut[] | null;
  again?: boolean;
}

/** Reports what a confirmed plan, or a decision, left out, and why; nothing if it left out nothing. */
export function tellLeftOut(done: Done, sentence: (count: number) => string): void {
  const left = (done.left ?? []).map(({ job_id, place, reason }) => ({
    product: job_id ? t.leftOut.job(job_id) : place.title,
    why: reason.message,
  }));
  if (done.again) notifyPlain(t.leftOut.again(done.count));
  else if (left.length > 0) notifyPlain(`${sentence(done.count)} ${t.leftOut.named(left)}`);
}
