import type { DraftClaim, Proof } from "@/contract";
import { gradesOf, isNote, type Note, notesOf } from "@/domain/notes";
import { isClaim } from "@/domain/warning";
import { t } from "@/strings";
import inspector from "../Inspector.module.css";
import { lookOf } from "../looks";
import type { Notes } from "../useNotes";
import { AnswerAll } from "./AnswerAll";
import classes from "./FactsTab.module.css";
import { Held, NoteRow } from "./NoteRow";

interface ClaimsProps {
  proof: Proof;
  notes: Notes | undefined;
  listed: boolean;
}

/** What the draft says of the product: what holds it back one by one, the rest in groups. */
export function Claims({ proof, notes, listed }: ClaimsProps) {
  const words = t.review.claims;
  const claims = proof.claims ?? [];
  const grades = gradesOf(proof);
  const noted = notesOf(proof).filter((note) => note.kind === "words" && isNote(note.warning));
  return (
    <section className={inspector.section}>
      <h3>
        {words.title}
        <span>{grades.all > 0 && words.sourced(grades.supported, grades.all)}</span>
      </h3>
      <ul className={classes.rows}>
        {noted.map((note) => (
          <Warned key={note.key} note={note} notes={notes} listed={listed} />
        ))}
        <Group
          claims={claims.filter(({ grade }) => grade === "elsewhere")}
          shape="aside"
          title={words.elsewhere}
          end={words.notHeld}
        />
        <Group
          claims={claims.filter(({ kept }) => kept)}
          shape="check"
          title={words.kept}
          end={(n) => words.notes(n, [])}
        />
        <Supported claims={claims.filter(({ grade }) => grade === "supported")} />
      </ul>
      {grades.all === 0 && noted.length === 0 && <p className={classes.none}>{words.none}</p>}
    </section>
  );
}

interface WarnedProps extends Omit<ClaimsProps, "proof"> {
  note: Note;
}

/** A claim that holds the draft back, with its words and what they are held against. */
function Warned({ note, notes, listed }: WarnedProps) {
  if (note.kind !== "words") return null;
  const { warning } = note;
  const { shape, tone, title } = lookOf(warning);
  const about = t.noteList.about(warning.rule);
  const isOpen = listed && notes?.focused?.key === note.key;
  if (listed && notes && !isOpen && about) {
    return (
      <NoteRow
        note={note}
        notes={notes}
        shape={shape}
        tone={tone}
        title={
          <>
            <b>{warning.about}</b> <span>· {about}</span>
          </>
        }
        end={note.held && <Held />}
      />
    );
  }
  return (
    <NoteRow
      note={note}
      notes={notes}
      shape={shape}
      tone={tone}
      title={title}
      end={note.held && <Held />}
      elsewhere={!listed}
    >
      <p>
        {isClaim(warning) ? `“${warning.about}”` : warning.message}
        {warning.source && ` · ${t.review.sources.from(warning.source.kind, warning.source.text)}`}
      </p>
      {notes && !isOpen && <AnswerAll note={note} notes={notes} />}
    </NoteRow>
  );
}

interface GroupProps {
  claims: DraftClaim[];
  shape: "aside" | "check";
  title: string;
  end: (n: number) => string;
}

function Group({ claims, shape, title, end }: GroupProps) {
  if (claims.length === 0) return null;
  return (
    <NoteRow
      note={undefined}
      notes={undefined}
      shape={shape}
      tone="dim"
      title={title}
      end={<span className={classes.count}>{end(claims.length)}</span>}
    >
      <p>{[...new Set(claims.map((claim) => `“${claim.words}”`))].join(", ")}</p>
    </NoteRow>
  );
}

/** How many claims have a source; those in another unit say from which. */
function Supported({ claims }: { claims: DraftClaim[] }) {
  if (claims.length === 0) return null;
  const converted = claims.flatMap(({ note, words }) => (note ? [`“${words}” ${note}`] : []));
  return (
    <NoteRow
      note={undefined}
      notes={undefined}
      shape="check"
      tone="ok"
      title={t.review.claims.supported}
      end={<span className={classes.count}>{t.review.claims.notes(claims.length, [])}</span>}
    >
      {converted.length > 0 && <p>{converted.join(", ")}</p>}
    </NoteRow>
  );
}
