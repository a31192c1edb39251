import { useEffect, useRef } from "react";
import type { Job, RewriteCounts } from "@/contract";
import { t } from "@/strings";
import { notifyPlain, notifyTrouble } from "@/ui/notify";

/** Tells how writing drafts again ended, where it was under way on this page. */
export function useRewriteNews({ rewriting }: Pick<Job, "rewriting">): void {
  const open = rewriting.waiting + rewriting.paused;
  const before = useRef(open);
  useEffect(() => {
    if (before.current > 0 && open === 0) tell(rewriting);
    before.current = open;
  }, [open, rewriting]);
}

function tell({ total, written, failed, cancelled, reason }: RewriteCounts): void {
  const words = t.review;
  if (failed > 0 && reason) {
    const message = words.regeneratedSome(written, total - written, reason.message);
    notifyTrouble({ message, code: reason.code, detail: "" });
  } else if (cancelled > 0) notifyPlain(words.regenerateCancelled(written));
  else if (total > 1) notifyPlain(words.regenerated(written));
}
