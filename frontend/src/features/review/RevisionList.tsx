import type { Revision } from "@/contract";
import { moment } from "@/lib/format";
import { t } from "@/strings";
import classes from "./RevisionsDialog.module.css";

interface RevisionListProps {
  /** The newest first. */
  revisions: Revision[];
  current: number;
  newer: number;
  older: number;
  onNewer: (number: number) => void;
  onOlder: (number: number) => void;
}

/** Who wrote what when; two of them are chosen to be compared. */
export function RevisionList(props: RevisionListProps) {
  const { revisions, current, newer, older, onNewer, onOlder } = props;
  const words = t.revisions;
  return (
    <ol className={classes.list} aria-label={words.list}>
      <li className={classes.heads} aria-hidden="true">
        <span>{words.show}</span>
        <span>{words.against}</span>
      </li>
      {revisions.map((revision) => (
        <li key={revision.number} data-shown={revision.number === newer || undefined}>
          <input
            type="radio"
            name="newer"
            aria-label={words.showNumber(revision.number)}
            checked={revision.number === newer}
            onChange={() => onNewer(revision.number)}
          />
          <input
            type="radio"
            name="older"
            aria-label={words.againstNumber(revision.number)}
            checked={revision.number === older}
            onChange={() => onOlder(revision.number)}
          />
          <div>
            <b>{words.number(revision.number, revision.number === current)}</b>
            <span>
              {words.by(words.authors[revision.author], revision.name)},{" "}
              {moment(revision.created_at)}
            </span>
            {revision.note && <q>{revision.note}</q>}
          </div>
        </li>
      ))}
    </ol>
  );
}
