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
 * How many of those that the list had when it was selected changed since or left it. `total` are those in it that did
 * not change: the backend does not count what left.
 */
export function changedOf(selected: number, now: { total: number; changed: number }): number {
  return Math.max(selected - now.total, now.changed);
}

/** Reports what an action on everything in a list, of which so many were selected, left out. */
export function tellSelected(
  done: Decided,
  selected: number,
  sentence: (count: number) => string,
  none: (n: number) => string,
): void {
  const now = done.selected ?? { total: 0, takes: 0, changed: 0 };
  const left = changedOf(selected, now);
  const titles = (done.left ?? []).map(({ place }) => place.title);
  if (left > 0) notifyPlain(`${sentence(done.count)} ${t.leftOut.changedSince(left, titles)}`);
  else if (now.takes === 0 && now.total > 0) notifyPlain(none(now.total));
}
