import type { Proof } from "@/contract";
import { notesOf } from "@/domain/notes";
import { t } from "@/strings";
import inspector from "../Inspector.module.css";
import type { Notes } from "../useNotes";
import classes from "./FactsTab.module.css";
import { Held, NoteRow } from "./NoteRow";
import { PutBack } from "./PutBack";

/** What the text on the shop says and the draft does not. */
export function LostFacts({ proof, notes }: { proof: Proof; notes: Notes | undefined }) {
  const words = t.review.lost;
  const lost = notesOf(proof).flatMap((note) => (note.kind === "lost" ? [note] : []));
  return (
    <section className={inspector.section}>
      <h3>
        {words.title}
        <span>{words.hint}</span>
      </h3>
      <ul className={classes.rows}>
        {lost.map((note) => (
          <NoteRow
            key={note.key}
            note={note}
            notes={notes}
            shape={note.lost.kind === "warning" ? "warn" : "lost"}
            tone={note.held ? "warn" : "dim"}
            title={
              <>
                {words.kinds[note.lost.kind] ?? note.lost.kind} <span>“{note.lost.about}”</span>
              </>
            }
            end={
              <>
                {note.held && <Held />}
                <PutBack note={note} notes={notes} what={note.lost.about} />
              </>
            }
          />
        ))}
      </ul>
      {lost.length === 0 && <p className={classes.none}>{words.none}</p>}
    </section>
  );
}
