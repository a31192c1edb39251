import type { FactRow } from "@/contract";
import { factName, factValue } from "@/domain/factName";
import { moment } from "@/lib/format";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { Icon } from "@/ui/Icon";
import type { Shape } from "@/ui/shapes";
import classes from "./FactSheet.module.css";
import type { FactTask } from "./factTask";

interface RowProps {
  row: FactRow;
  /** A draft says otherwise. */
  contradicted: boolean;
  onTask: (task: FactTask) => void;
  onRestore: () => void;
}

/** One fact. What can be done with it is shown on focus; a struck or corrected one stays, with who and why. */
export function Row({ row, contradicted, onTask, onRestore }: RowProps) {
  const words = t.review.sheet;
  const name = factName(row);
  const label = (action: string) => `${action} ${name} ${row.value}`;
  return (
    <li className={classes.row} data-state={row.state}>
      <span className={classes.name}>{name}</span>
      <span className={classes.value} title={row.source.text}>
        <span>
          {factValue(row)}
          {row.scope && `, ${row.scope}`}
        </span>{" "}
        {row.was && <del>{row.was}</del>}
        {contradicted && <Icon shape="contradicts" tone="bad" small />}
      </span>
      <span className={classes.from} title={row.when ? moment(row.when) : undefined}>
        <From row={row} />
      </span>
      <span className={classes.acts}>
        {row.can.correct && (
          <Button
            small
            label={label(words.correct)}
            onClick={() => onTask({ kind: "correct", row })}
          >
            {words.correct}
          </Button>
        )}
        {row.can.strike && (
          <Button small label={label(words.strike)} onClick={() => onTask({ kind: "strike", row })}>
            {words.strike}
          </Button>
        )}
        {row.can.restore && (
          <Button small label={label(words.restore)} onClick={onRestore}>
            {words.restore}
          </Button>
        )}
      </span>
    </li>
  );
}

const shapes: Record<FactRow["state"], Shape | undefined> = {
  read: undefined,
  added: "plus",
  corrected: "edit",
  struck: "struck",
  unused: "struck",
};

/** Where a fact comes from, or who changed it and why. */
function From({ row }: { row: FactRow }) {
  const words = t.review.sheet;
  const { attribute, source, state, who, why } = row;
  const named = source.name === attribute ? "" : source.name;
  const shape = source.weak ? "info" : shapes[state];
  const by = { added: words.addedBy, corrected: words.correctedBy, struck: words.struckBy };
  const changed = state === "added" || state === "corrected" || state === "struck";
  return (
    <>
      {shape && <Icon shape={shape} tone="dim" small />}
      {state === "unused" && words.shelfTag}
      {changed && [by[state](who), why].filter(Boolean).join(": ")}
      {state === "read" &&
        (source.weak ? words.weak(source.model) : words.from(source.kind, named))}
    </>
  );
}
