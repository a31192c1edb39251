import { TextInput } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import type { KeyphraseRow } from "@/contract";
import { t } from "@/strings";
import { Icon } from "@/ui/Icon";
import { Kbd } from "@/ui/Kbd";
import text from "@/ui/text.module.css";
import classes from "./phrases.module.css";

interface PhraseCellProps {
  row: KeyphraseRow;
  editing: boolean;
  onEdit: () => void;
  /** The text that was typed, and whether to go on to the next row. */
  onDone: (typed: string, next: boolean) => void;
  onCancel: () => void;
  /** Asks for the other searches of the page. */
  onChoose: () => void;
}

/** A keyphrase, which is edited where it is shown. A guess has a dashed edge. */
export function PhraseCell(props: PhraseCellProps) {
  const { row, editing, onEdit, onChoose } = props;
  if (editing) return <PhraseInput {...props} />;
  const isGuess = row.source === "guess";
  return (
    <div className={classes.cell}>
      <button
        type="button"
        className={classes.phrase}
        tabIndex={-1}
        data-guess={isGuess || undefined}
        data-none={row.text === "" || undefined}
        aria-label={`${t.keyphrases.editOf(row.place.title)}: ${row.text}`}
        onClick={onEdit}
      >
        <span className={text.cut}>{row.text === "" ? t.keyphrases.noPhrase : row.text}</span>
        {row.shared > 0 && (
          <span className={classes.shared}>
            <Icon shape="warn" tone="warn" small />
            {t.keyphrases.shared(row.shared)}
          </span>
        )}
      </button>
      {row.longer > 0 && (
        <button
          type="button"
          className={classes.longer}
          tabIndex={-1}
          aria-label={t.keyphrases.longerOf(row.longer, row.place.title)}
          onClick={onChoose}
        >
          {t.keyphrases.longer(row.longer)}
        </button>
      )}
    </div>
  );
}

function PhraseInput({ row, onDone, onCancel }: PhraseCellProps) {
  const [typed, setTyped] = useState(row.text);
  const field = useRef<HTMLInputElement>(null);
  /** Set once Enter or Escape has answered, so that leaving the field does not answer again. */
  const answered = useRef(false);
  useEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.select();
  }, []);
  const answer = (run: () => void) => {
    if (answered.current) return;
    answered.current = true;
    run();
  };
  return (
    <TextInput
      ref={field}
      size="xs"
      aria-label={t.keyphrases.field(row.place.title)}
      title={t.keyphrases.enterHint}
      value={typed}
      maxLength={200}
      spellCheck={false}
      rightSection={<Kbd combo="enter" />}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() =>
        answer(() => (typed.trim() === row.text ? onCancel() : onDone(typed.trim(), false)))
      }
      onKeyDown={(event) => {
        if (event.key === "Enter") {
          event.preventDefault();
          answer(() => onDone(typed.trim(), true));
        } else if (event.key === "Escape") {
          event.preventDefault();
          event.stopPropagation();
          answer(onCancel);
        }
      }}
    />
  );
}
