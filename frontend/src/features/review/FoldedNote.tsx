import type { Note } from "@/domain/notes";
import { t } from "@/strings";
import { Kbd } from "@/ui/Kbd";
import classes from "./MarginNotes.module.css";
import type { Notes } from "./useNotes";

interface FoldedNoteProps {
  note: Note & { kind: "words" };
  /** Undefined if the draft cannot be changed now. */
  notes: Notes | undefined;
}

/** A note in one line: its words, what they are about, and the keys that answer it once it has the focus. */
export function FoldedNote({ note, notes }: FoldedNoteProps) {
  const { warning } = note;
  const about = t.noteList.about(warning.rule);
  const drafts = notes?.drafts(note) ?? 1;
  return (
    <>
      <div className={classes.line}>
        <span>
          <b>{warning.about}</b>
          {about && ` · ${about}`}
        </span>
        {notes && (
          <span className={classes.keys}>
            {notes.answersTo(note).map(({ combo }) => (
              <Kbd key={combo} combo={combo} />
            ))}
          </span>
        )}
      </div>
      {drafts > 1 && <p>{t.noteList.inDrafts(drafts)}</p>}
    </>
  );
}
