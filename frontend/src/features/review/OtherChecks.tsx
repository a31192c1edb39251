import type { ReactNode } from "react";
import { useClosest } from "@/api";
import type { Proof } from "@/contract";
import { isHtml } from "@/domain/fields";
import { gradesOf, lossesIn, notesOf, otherWarnings } from "@/domain/notes";
import { count } from "@/lib/format";
import { t } from "@/strings";
import { Icon } from "@/ui/Icon";
import classes from "./Inspector.module.css";

/** What else was looked at: claims, what the shop's text had, the text that is most like the draft; then each warning. */
export function OtherChecks({ proof }: { proof: Proof }) {
  const { item } = proof;
  const words = t.noteList;
  const warnings = otherWarnings(proof);
  const grades = gradesOf(proof);
  const open = notesOf(proof).some((note) => note.kind === "words" && note.held);
  const keeps = isHtml(item.field) && item.original !== "";
  const lost = lossesIn(item);
  const closest = useClosest(item, true).data;
  return (
    <section className={classes.section}>
      <h3>{t.review.otherChecks}</h3>
      <ul className={classes.checks}>
        {grades.all > 0 && (
          <Check good={!open} found={words.of(count(grades.supported), count(grades.all))}>
            {words.sourced}
          </Check>
        )}
        {keeps && (
          <Check good={lost === 0} found={words.lost(lost)}>
            {words.kept}
          </Check>
        )}
        {closest && (
          <Check good={!item.alike} found={words.alike(closest.percent)}>
            {words.closest(closest.title)}
          </Check>
        )}
      </ul>
      <ul className={classes.warnings}>
        {warnings.map((warning) => (
          <li key={`${warning.rule} ${warning.start} ${warning.message}`}>
            <Icon
              shape={warning.severity === "info" ? "info" : "warn"}
              tone={warning.severity === "info" ? "dim" : "warn"}
              small
            />
            <span>{warning.message}</span>
          </li>
        ))}
        {warnings.length === 0 && grades.all === 0 && !keeps && (
          <li>
            <Icon shape="check" tone="ok" small />
            <span>{t.review.noWarnings}</span>
          </li>
        )}
      </ul>
    </section>
  );
}

interface CheckProps {
  good: boolean;
  /** What was found, at the end of the line. */
  found: string;
  children: ReactNode;
}

function Check({ good, found, children }: CheckProps) {
  return (
    <li>
      <Icon shape={good ? "check" : "warn"} tone={good ? "ok" : "warn"} small />
      <span>{children}</span>
      <i>{found}</i>
    </li>
  );
}
