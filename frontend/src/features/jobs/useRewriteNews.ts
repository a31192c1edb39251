import { useEffect, useRef } from "react";
import type { Job, RewriteCounts } from "@/contract";
import { t } from "@/strings";
import { notifyPlain, notifyTrouble } from "@/ui/notify";

/**
 * Tells how writing drafts again ended while this page was open. It may have begun and ended between
 * two readings of the job: then the counts differ from those seen before.
 */
export function useRewriteNews({ rewriting }: Pick<Job, "rewriting">): void {
  const before = useRef(rewriting);
  useEffect(() => {
    const ended = isOpen(before.current) || ends.some((k) => before.current[k] !== rewriting[k]);
    if (ended && !isOpen(rewriting) && rewriting.total > 0) tell(rewriting);
    before.current = rewriting;
  }, [rewriting]);
}

const ends = ["written", "failed", "cancelled"] as const;

const isOpen = ({ waiting, paused }: RewriteCounts) => waiting + paused > 0;

function tell({ total, written, failed, cancelled, reason }: RewriteCounts): void {
  const words = t.review;
  if (failed > 0 && reason) {
    const message = words.regeneratedSome(written, total - written, reason.message);
    notifyTrouble({ message, code: reason.code, detail: "" });
  } else if (cancelled > 0) notifyPlain(words.regenerateCancelled(written));
  else if (total > 1) notifyPlain(words.regenerated(written));
}
