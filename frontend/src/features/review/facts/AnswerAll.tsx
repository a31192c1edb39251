import { useState } from "react";
import { useClaimCount } from "@/api";
import type { Item, Warning } from "@/contract";
import { keyOf } from "@/domain/notes";
import { t } from "@/strings";
import { AnswerAllDialog } from "./AnswerAllDialog";
import classes from "./FactsTab.module.css";

/** "Answer in all 7 drafts…", where more than this draft of the job makes a claim. */
export function AnswerAll({ item, warning }: { item: Item; warning: Warning }) {
  const [open, setOpen] = useState(false);
  const { data: count = 0 } = useClaimCount(item.job_id, keyOf(warning));
  if (count < 2 && !open) return null;
  return (
    <>
      <button
        type="button"
        className={classes.link}
        onFocus={(event) => event.stopPropagation()}
        onClick={() => setOpen(true)}
      >
        {t.review.answerAll.open(count)}
      </button>
      {open && <AnswerAllDialog item={item} warning={warning} onClose={() => setOpen(false)} />}
    </>
  );
}
