import type { Proof } from "@/contract";
import { notesOf } from "@/domain/notes";
import { t } from "@/strings";
import { Icon } from "@/ui/Icon";
import inspector from "../Inspector.module.css";
import type { Notes } from "../useNotes";
import classes from "./FactsTab.module.css";
import { Held, NoteRow } from "./NoteRow";
import { PutBack } from "./PutBack";

/** The parts of the shop's text that no writer sees, and whether the draft has each. */
export function KeptBlocks({ proof, notes }: { proof: Proof; notes: Notes | undefined }) {
  const words = t.review.blocks;
  const blocks = proof.blocks ?? [];
  const missing = new Map(
    notesOf(proof).flatMap((note) =>
      note.kind === "block" ? [[note.block.number, note] as const] : [],
    ),
  );
  return (
    <section className={inspector.section}>
      <h3>
        {words.title}
        <span>{words.hint}</span>
      </h3>
      <ul className={classes.rows}>
        {blocks.map(({ number, label, in_place }) => {
          const note = missing.get(number);
          const title = (
            <>
              <code>[[{label}]]</code> <span>{in_place ? words.kept : words.missing}</span>
            </>
          );
          return (
            <NoteRow
              key={number}
              note={note}
              notes={notes}
              shape="kept"
              tone={in_place ? "dim" : "warn"}
              title={title}
              end={
                note ? (
                  <>
                    <Held />
                    <PutBack note={note} notes={notes} what={label} />
                  </>
                ) : (
                  <span className={classes.good}>
                    <Icon shape="check" tone="ok" small /> {words.inPlace}
                  </span>
                )
              }
            />
          );
        })}
      </ul>
      {blocks.length === 0 && <p className={classes.none}>{words.none}</p>}
    </section>
  );
}
