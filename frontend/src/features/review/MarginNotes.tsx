import type { Warning } from "@/contract";
import { isClaim } from "@/domain/warning";
import { t } from "@/strings";
import { Icon } from "@/ui/Icon";
import type { RingPlace, RingPlaces } from "@/ui/proof/ProofFrame";
import classes from "./MarginNotes.module.css";
import { NoteAnswers } from "./NoteAnswers";
import type { Notes } from "./useNotes";

/** More notes than this would crowd the margin: then only the list beside the draft has them. */
export const MOST_NOTES = 2;

/** The height that a note is given, so that two do not lie on each other, in pixels. */
const ROOM = 200;

interface MarginNotesProps {
  warnings: Warning[];
  rings: RingPlaces;
  /** Undefined if the draft cannot be changed now. */
  notes: Notes | undefined;
}

/** Notes beside the ringed words they refer to. */
export function MarginNotes({ warnings, rings, notes }: MarginNotesProps) {
  const ringed = warnings.flatMap((warning, index) => {
    const ring = rings[String(index)];
    return ring ? [{ warning, ring, index }] : [];
  });
  if (ringed.length === 0 || ringed.length > MOST_NOTES) return null;
  ringed.sort((a, b) => a.ring.top - b.ring.top);
  let lowest = 0;
  return ringed.map(({ warning, ring, index }) => {
    const top = Math.max(ring.top - 6, lowest);
    lowest = top + ROOM;
    return (
      <div key={index}>
        <svg className={classes.leader} aria-hidden="true">
          <path d={leader(ring, top + 9)} />
        </svg>
        <aside className={classes.note} style={{ top }}>
          <h3>
            <Icon shape="edit" small tone="warn" />
            {noteTitle(warning)}
          </h3>
          <p>{warning.message}</p>
          {notes && <NoteAnswers warning={warning} notes={notes} />}
        </aside>
      </div>
    );
  });
}

function noteTitle(warning: Warning): string {
  if (!isClaim(warning)) return t.review.notes.other;
  return warning.grade === "contradicts" ? t.review.notes.contradicts : t.review.notes.noSource;
}

/** From the ring, under the words beside it, out to the note in the margin. */
function leader({ right, bottom, width }: RingPlace, to: number): string {
  const under = bottom + 1.5;
  const edge = Math.max(width, right) + 2;
  return `M${right - 2} ${under} H${edge - 4} C ${edge + 8} ${under}, ${edge - 2} ${to}, ${edge + 14} ${to}`;
}
