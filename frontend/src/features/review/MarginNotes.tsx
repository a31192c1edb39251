import type { Warning } from "@/domain/types";
import { t } from "@/strings";
import { Icon } from "@/ui/Icon";
import type { RingPlace, RingPlaces } from "@/ui/proof/ProofFrame";
import classes from "./MarginNotes.module.css";

/** More notes than this would crowd the margin: then the list beside the draft has them alone. */
const MOST = 2;

/** The height that a note is given, so that two do not lie on each other, in pixels. */
const ROOM = 108;

interface MarginNotesProps {
  warnings: Warning[];
  rings: RingPlaces;
}

/** Notes beside the ringed words that they speak of. */
export function MarginNotes({ warnings, rings }: MarginNotesProps) {
  const notes = warnings.flatMap((warning, index) => {
    const ring = rings[String(index)];
    return ring ? [{ warning, ring, index }] : [];
  });
  if (notes.length === 0 || notes.length > MOST) return null;
  notes.sort((a, b) => a.ring.top - b.ring.top);
  let lowest = 0;
  return notes.map(({ warning, ring, index }) => {
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
            {t.review.noteFor}
          </h3>
          <p>{warning.message}</p>
        </aside>
      </div>
    );
  });
}

/** From the ring, under the words beside it, out to the note in the margin. */
function leader({ right, bottom, width }: RingPlace, to: number): string {
  const under = bottom + 1.5;
  const edge = Math.max(width, right) + 2;
  return `M${right - 2} ${under} H${edge - 4} C ${edge + 8} ${under}, ${edge - 2} ${to}, ${edge + 14} ${to}`;
}
