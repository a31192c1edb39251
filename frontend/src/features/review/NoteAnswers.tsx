import type { Warning } from "@/contract";
import { t } from "@/strings";
import { Kbd } from "@/ui/Kbd";
import classes from "./MarginNotes.module.css";
import type { Notes } from "./useNotes";

/** What can be answered to a note; the first note has the keys. */
export function NoteAnswers({ warning, notes }: { warning: Warning; notes: Notes }) {
  const words = t.review.notes;
  const keyed = warning === notes.first;
  const answer = (combo: string, label: string, run: (warning: Warning) => void) => (
    <button
      type="button"
      aria-keyshortcuts={keyed ? combo : undefined}
      onClick={() => run(warning)}
    >
      {label}
      {keyed && <Kbd combo={combo} />}
    </button>
  );
  return (
    <fieldset className={classes.answers} aria-label={words.answers}>
      {answer("1", words.takeOut, notes.takeOut)}
      {answer("2", words.fact, notes.addFact)}
      {answer("3", words.keep, notes.keep)}
    </fieldset>
  );
}
