import type { Note } from "@/domain/notes";
import { t } from "@/strings";
import { Kbd } from "@/ui/Kbd";
import { ariaCombo } from "@/ui/keys/combo";
import classes from "./MarginNotes.module.css";
import type { Notes } from "./useNotes";

/** What can be answered to the unfolded note, with the keys. */
export function NoteAnswers({ note, notes }: { note: Note; notes: Notes }) {
  const answersToAll = notes.answersToAll(note);
  const [inAll] = answersToAll;
  return (
    <fieldset className={classes.answers} aria-label={t.review.notes.answers}>
      {notes.answersTo(note).map(({ combo, label, run }) => (
        <button
          key={combo}
          type="button"
          disabled={notes.busy}
          aria-keyshortcuts={ariaCombo(combo)}
          // The caret stays in the text that is being edited.
          onMouseDown={(event) => event.preventDefault()}
          onClick={run}
        >
          {label}
          <Kbd combo={combo} />
        </button>
      ))}
      {inAll && (
        <button
          type="button"
          aria-keyshortcuts={answersToAll.map(({ combo }) => ariaCombo(combo)).join(" ")}
          onClick={inAll.run}
        >
          {t.noteList.inAll(notes.drafts(note))}
          <Kbd combo="shift" />
        </button>
      )}
    </fieldset>
  );
}
