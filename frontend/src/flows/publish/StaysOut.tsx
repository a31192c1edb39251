import type { Left, PublishScope } from "@/contract";
import { count } from "@/lib/format";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { Icon } from "@/ui/Icon";
import { MarkIcon } from "@/ui/Mark";
import { type LeftReason, leftReasons, markOf } from "./left";
import classes from "./ScopeDialog.module.css";

interface StaysOutProps {
  left: Left;
  scope: PublishScope | "";
  onConflicts: (() => void) | undefined;
}

/** What of the job is not published, by reason: with what is, it adds up to the job. */
export function StaysOut({ left, onConflicts }: StaysOutProps) {
  const parts = leftReasons.filter((reason) => left[reason] > 0);
  if (parts.length === 0) return null;
  return (
    <section className={classes.part}>
      <h3>{t.publishScopes.staysOut}</h3>
      <ul>
        {parts.map((reason) => (
          <li key={reason}>
            <ReasonMark of={reason} />
            <b>{count(left[reason])}</b>
            <span>
              {t.publishScopes.left[reason]}{" "}
              {reason === "conflict" && onConflicts && (
                <Button kind="quiet" small onClick={onConflicts}>
                  {t.publishResult.showConflicts(left.conflict)}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function ReasonMark({ of }: { of: LeftReason }) {
  const mark = markOf[of];
  if ("mark" in mark) return <MarkIcon of={mark.mark} />;
  return <Icon shape={mark.shape} small />;
}
