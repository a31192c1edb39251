import type { Note } from "@/domain/notes";
import { t } from "@/strings";
import type { Notes } from "../useNotes";
import classes from "./FactsTab.module.css";

/** "Answer in all 7 drafts…", where more than this draft of the job makes a claim. */
export function AnswerAll({ note, notes }: { note: Note; notes: Notes }) {
  const count = notes.drafts(note);
  const [first] = notes.answersToAll(note);
  if (!first) return null;
  return (
    <button
      type="button"
      className={classes.link}
      onFocus={(event) => event.stopPropagation()}
      onClick={first.run}
    >
      {t.review.answerAll.open(count)}
    </button>
  );
}
