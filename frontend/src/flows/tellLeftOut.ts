import type { Decided, LeftOut } from "@/contract";
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

/**
 * Reports what an action on everything in a list did where it left something out. `selected` is how many the list had
 * when it was selected: what left the list since is not among those that the backend counts.
 */
export function tellSelected(
  done: Decided,
  selected: number,
  sentence: (count: number) => string,
  none: (n: number) => string,
): void {
  const { total, takes, changed } = done.selected ?? { total: 0, takes: 0, changed: 0 };
  const left = Math.max(selected - total, changed);
  const titles = (done.left ?? []).map(({ place }) => place.title);
  if (left > 0) notifyPlain(`${sentence(done.count)} ${t.leftOut.changedSince(left, titles)}`);
  else if (takes === 0 && total > 0) notifyPlain(none(total));
}
