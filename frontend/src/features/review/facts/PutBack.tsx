import type { Note } from "@/domain/notes";
import type { Notes } from "../useNotes";
import classes from "./FactsTab.module.css";

interface PutBackProps {
  note: Note;
  notes: Notes | undefined;
  /** What is put back, for people who do not see the row. */
  what: string;
}

/** Puts back what the draft lost, while its note is folded: unfolded, it has the answer with its key. */
export function PutBack({ note, notes, what }: PutBackProps) {
  const [first] = notes?.answersTo(note) ?? [];
  if (!notes || !first || notes.focused?.key === note.key) return null;
  return (
    <button
      type="button"
      className={classes.link}
      disabled={notes.busy}
      aria-label={`${first.label}: ${what}`}
      onFocus={(event) => event.stopPropagation()}
      onClick={first.run}
    >
      {first.label}
    </button>
  );
}
