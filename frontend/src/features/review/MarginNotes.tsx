import { type RefCallback, useCallback, useState } from "react";
import type { Warning } from "@/contract";
import { notesOf } from "@/domain/notes";
import { t } from "@/strings";
import { Icon } from "@/ui/Icon";
import type { RingPlace, RingPlaces } from "@/ui/proof/ProofFrame";
import { FoldedNote } from "./FoldedNote";
import { lookOf } from "./looks";
import classes from "./MarginNotes.module.css";
import { NoteAnswers } from "./NoteAnswers";
import { NOTE } from "./useNextNote";
import type { Notes } from "./useNotes";

/** More notes than this would crowd the margin: then only the list beside the draft has them. */
const MOST_NOTES = 12;

/** With more notes than this, only the unfolded one is tied to its words by a line. */
const MOST_LEADERS = 2;

const notesIn = (warnings: Warning[]) => notesOf({ item: { warnings }, lost: null, blocks: null });

/** Whether the margin has room for the notes of a draft. */
export function fitsMargin(warnings: Warning[]): boolean {
  return notesIn(warnings).length <= MOST_NOTES;
}

/** The space below a note, in pixels: unfolded, and as one line of a list. */
const GAP = { unfolded: 14, folded: 5 };

interface MarginNotesProps {
  warnings: Warning[];
  rings: RingPlaces;
  /** Undefined if the draft cannot be changed now. */
  notes: Notes | undefined;
}

/** Notes beside the ringed words they refer to. One is unfolded; Tab goes to the next. */
export function MarginNotes({ warnings, rings, notes }: MarginNotesProps) {
  const [heights, measure] = useHeights();
  const ringed = notesIn(warnings).flatMap((note) => {
    const [index] = note.kind === "words" ? note.places : [];
    const ring = rings[String(index)];
    return ring && note.kind === "words" ? [{ note, ring }] : [];
  });
  if (ringed.length === 0 || !fitsMargin(warnings)) return null;
  ringed.sort((a, b) => a.ring.top - b.ring.top);
  let lowest = 0;
  return ringed.map(({ note, ring }) => {
    const top = Math.max(ring.top - 6, lowest);
    const look = lookOf(note.warning);
    const isOpen = !notes || notes.focused?.key === note.key;
    lowest = top + (heights[note.key] ?? 0) + (isOpen ? GAP.unfolded : GAP.folded);
    return (
      <div key={note.key} data-tone={look.tone}>
        {(isOpen || ringed.length <= MOST_LEADERS) && (
          <svg className={classes.leader} aria-hidden="true">
            <path d={leader(ring, top + 9)} />
          </svg>
        )}
        <aside
          ref={measure(note.key)}
          className={classes.note}
          style={{ top }}
          aria-label={`${look.title}: ${note.warning.about}`}
          tabIndex={notes ? 0 : undefined}
          {...{ [NOTE]: note.key }}
          onFocus={() => notes?.focus(note.key)}
        >
          {isOpen ? (
            <>
              <h3>
                <Icon shape={look.shape} small tone={look.tone} />
                {look.title}
              </h3>
              <Reason warning={note.warning} />
              {notes && <NoteAnswers note={note} notes={notes} />}
            </>
          ) : (
            <FoldedNote note={note} notes={notes} />
          )}
        </aside>
      </div>
    );
  });
}

/** What the words are held against, as its source has it. */
function Reason({ warning: { source, message, grade } }: { warning: Warning }) {
  if (!source || grade !== "contradicts") return <p>{message}</p>;
  return (
    <>
      <p>{t.review.sources.says(source.kind)}</p>
      <q>{source.text}</q>
    </>
  );
}

/** The heights of the notes as they are drawn, in pixels. */
function useHeights(): [Record<string, number>, (key: string) => RefCallback<HTMLElement>] {
  const [heights, setHeights] = useState<Record<string, number>>({});
  const [observers] = useState(() => new Map<string, RefCallback<HTMLElement>>());
  const measure = useCallback(
    (key: string) => {
      const known = observers.get(key);
      if (known) return known;
      const watch: RefCallback<HTMLElement> = (element) => {
        if (!element) return;
        const note = () => {
          const height = element.offsetHeight;
          setHeights((all) => (all[key] === height ? all : { ...all, [key]: height }));
        };
        note();
        const observer = new ResizeObserver(note);
        observer.observe(element);
        return () => observer.disconnect();
      };
      observers.set(key, watch);
      return watch;
    },
    [observers],
  );
  return [heights, measure];
}

/** From the ring, under the words beside it, out to the note in the margin. */
function leader({ right, bottom, width }: RingPlace, to: number): string {
  const under = bottom + 1.5;
  const edge = Math.max(width, right) + 2;
  return `M${right - 2} ${under} H${edge - 4} C ${edge + 8} ${under}, ${edge - 2} ${to}, ${edge + 14} ${to}`;
}
