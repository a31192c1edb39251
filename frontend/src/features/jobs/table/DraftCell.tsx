import { useEffect, useRef, useState } from "react";
import type { Item, LengthRule } from "@/contract";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { Icon } from "@/ui/Icon";
import { Kbd } from "@/ui/Kbd";
import text from "@/ui/text.module.css";
import { LengthBars } from "./LengthBars";
import classes from "./table.module.css";
import type { Cells, Editing, Refusal } from "./useCells";

interface DraftCellProps {
  item: Item;
  rule: LengthRule;
  cells: Cells;
  /** A column of a spreadsheet was pasted while the cell was edited. */
  onPaste: (item: Item, text: string) => void;
}

/** A draft in its cell, with its length; a press or Enter makes it a field. */
export function DraftCell({ item, rule, cells, onPaste }: DraftCellProps) {
  const { editing, saving, refused } = cells;
  if (editing?.id === item.id) {
    return <CellField item={item} rule={rule} cells={cells} editing={editing} onPaste={onPaste} />;
  }
  const refusal = refused.get(item.id);
  if (refusal) return <Refused item={item} refusal={refusal} cells={cells} />;
  if (item.state !== "generated") return <span className={text.dim}>{t.jobs.items.noDraft}</span>;
  const shown = saving.get(item.id) ?? item.content;
  return (
    <button
      type="button"
      className={classes.cell}
      tabIndex={-1}
      title={t.table.edit(item.place.title)}
      onClick={() => cells.begin(item)}
    >
      {shown === "" ? (
        <span className={text.dim}>{t.jobs.items.emptyDraft}</span>
      ) : (
        <span className={classes.words}>{shown}</span>
      )}
      <LengthBars content={shown} rule={rule} />
    </button>
  );
}

interface CellFieldProps extends DraftCellProps {
  editing: Editing;
}

function CellField({ item, rule, cells, editing, onPaste }: CellFieldProps) {
  const [typed, setTyped] = useState(editing.typed.current);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const area = field.current;
    area?.focus({ preventScroll: true });
    area?.setSelectionRange(area.value.length, area.value.length);
  }, []);
  const type = (value: string) => {
    const line = value.replace(/\s*\n\s*/g, " ");
    editing.typed.current = line;
    setTyped(line);
  };
  const changed = item.revision > editing.revision && item.content !== editing.before;
  return (
    <div className={classes.editing} data-editing>
      <textarea
        ref={field}
        aria-label={t.table.edit(item.place.title)}
        value={typed}
        onChange={(event) => type(event.currentTarget.value)}
        onBlur={() => document.hasFocus() && cells.commit(0)}
        onPaste={(event) => {
          const clip = event.clipboardData.getData("text/plain");
          if (!isColumn(clip)) return;
          event.preventDefault();
          onPaste(item, clip);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          const done = keyOf(event);
          if (done === undefined) return;
          event.preventDefault();
          event.stopPropagation();
          if (done === "cancel") cells.cancel();
          else cells.commit(done);
        }}
      />
      {changed ? (
        <p className={`${text.warn} ${text.xs}`} role="status">
          {t.table.theirs(item.written_by || t.table.anyone, item.content)}
        </p>
      ) : (
        <LengthBars content={typed} rule={rule} />
      )}
      <p className={classes.hints} aria-hidden="true">
        <Kbd combo="enter" /> {t.table.saveDown} <Kbd combo="escape" /> {t.table.putBack}{" "}
        <Kbd combo="mod+v" /> {t.table.paste}
      </p>
    </div>
  );
}

/** What a key does while a cell is edited: the rows to go on by, or back to the draft. */
function keyOf(event: {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
}): 1 | -1 | 0 | "cancel" | undefined {
  switch (event.key) {
    case "Escape":
      return "cancel";
    case "Enter":
    case "Tab":
      return event.shiftKey ? -1 : 1;
    case "s":
      return event.ctrlKey || event.metaKey ? 0 : undefined;
    default:
      return undefined;
  }
}

/** Several lines are a column; one line is text. */
export function isColumn(clip: string): boolean {
  return /[\r\n]/.test(clip.replace(/(?:\r\n|\r|\n)$/, ""));
}

/** A text that could not be saved, with what the person can do about it. */
function Refused({ item, refusal, cells }: { item: Item; refusal: Refusal; cells: Cells }) {
  const { trouble } = refusal;
  const overtaken = trouble.code === "changed" || item.content !== "";
  const theirs = trouble.code === "changed";
  return (
    <div className={classes.refused} role="alert">
      <span className={classes.words}>{refusal.text}</span>
      <p className={`${text.warn} ${text.xs}`}>
        <Icon shape="warn" tone="warn" small />{" "}
        {theirs ? t.table.theirs(item.written_by || t.table.anyone, item.content) : trouble.message}
      </p>
      <div className={text.row}>
        {theirs ? (
          <Button small onClick={() => cells.insist(item)}>
            {t.table.saveMine}
          </Button>
        ) : (
          <Button small onClick={() => cells.begin(item)}>
            {t.table.editAgain}
          </Button>
        )}
        {overtaken && (
          <Button small kind="quiet" onClick={() => cells.forget(item)}>
            {theirs ? t.table.keepTheirs : t.table.putBack}
          </Button>
        )}
      </div>
    </div>
  );
}
