import type { ReactNode } from "react";
import type { Note } from "@/domain/notes";
import { t } from "@/strings";
import { Icon, type Tone } from "@/ui/Icon";
import type { Shape } from "@/ui/shapes";
import { NoteAnswers } from "../NoteAnswers";
import { NOTE } from "../useNextNote";
import type { Notes } from "../useNotes";
import classes from "./FactsTab.module.css";

interface NoteRowProps {
  /** Undefined for what asks for no answer. */
  note: Note | undefined;
  notes: Notes | undefined;
  shape: Shape;
  tone: Tone;
  title: ReactNode;
  /** At the end of the first line. */
  end?: ReactNode;
  children?: ReactNode;
  /** The answers are in the margin. */
  elsewhere?: boolean;
}

/** One finding about the draft. If it asks for an answer, the focus unfolds it. */
export function NoteRow(props: NoteRowProps) {
  const { note, notes, shape, tone, title, end, children, elsewhere } = props;
  const asks = note !== undefined && notes !== undefined && !elsewhere;
  const isOpen = asks && notes.focused?.key === note.key;
  const row = asks
    ? { tabIndex: 0, [NOTE]: note.key, "data-open": isOpen, onFocus: () => notes.focus(note.key) }
    : {};
  return (
    <li className={classes.row} {...row}>
      <Icon shape={shape} tone={tone} small />
      <div className={classes.first}>
        <span className={classes.title} data-tone={tone}>
          {title}
        </span>
        {end}
      </div>
      {children && <div className={classes.rest}>{children}</div>}
      {isOpen && (
        <div className={classes.rest}>
          <NoteAnswers note={note} notes={notes} />
        </div>
      )}
    </li>
  );
}

/** Stays out of Publish without review. */
export function Held() {
  return (
    <span className={classes.held}>
      <Icon shape="lock" tone="dim" small />
      {t.review.claims.held}
    </span>
  );
}
