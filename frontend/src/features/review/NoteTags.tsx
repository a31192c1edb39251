import type { Proof } from "@/contract";
import { notesOf, otherWarnings } from "@/domain/notes";
import { isClaim } from "@/domain/warning";
import { t } from "@/strings";
import { Tag } from "@/ui/Mark";
import classes from "./PreviewModal.module.css";

/** What in a draft asks for an answer, by its kind. */
export function NoteTags({ proof }: { proof: Proof }) {
  const notes = notesOf(proof);
  const count = (is: (note: (typeof notes)[number]) => boolean | undefined) =>
    notes.filter(is).length;
  const words = t.review.tags;
  const contradicts = count((n) => n.kind === "words" && n.warning.grade === "contradicts");
  const noSource = count(
    (n) => n.kind === "words" && n.warning.grade !== "contradicts" && isClaim(n.warning),
  );
  const lost = count((n) => n.kind === "lost" && n.held);
  const warnings = count((n) => n.kind === "lost" && n.held && n.lost.kind === "warning");
  const missing = count((n) => n.kind === "block");
  const others = otherWarnings(proof).filter(
    (warning) => warning.severity !== "info" && !isClaim(warning),
  ).length;
  return (
    <span className={classes.tags}>
      {contradicts > 0 && (
        <Tag tone="bad" shape="contradicts">
          {words.contradicts(contradicts)}
        </Tag>
      )}
      {noSource > 0 && (
        <Tag tone="warn" shape="edit">
          {words.noSource(noSource)}
        </Tag>
      )}
      {lost > 0 && (
        <Tag tone="warn" shape="warn">
          {words.lost(lost, warnings === lost)}
        </Tag>
      )}
      {missing > 0 && (
        <Tag tone="warn" shape="kept">
          {words.missing(missing)}
        </Tag>
      )}
      {others > 0 && missing + lost === 0 && (
        <Tag tone="warn" shape="warn">
          {t.jobs.items.warnings(others)}
        </Tag>
      )}
    </span>
  );
}
