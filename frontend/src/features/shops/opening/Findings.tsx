import { useClipboard } from "@mantine/hooks";
import { useState } from "react";
import type { ProductFile } from "@/contract";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import classes from "./opening.module.css";
import { reportText } from "./report";

const words = t.opening;

/** How many entries are shown before a person asks for all. */
const FIRST = 8;

/** What was left out and what was put right, with line, cell and reason. */
export function Findings({ found }: { found: ProductFile }) {
  const [all, setAll] = useState(false);
  const clipboard = useClipboard({ timeout: 2000 });
  const { cells, rows, products, more } = found.left_out;
  const entries = found.left_out.entries ?? [];
  if (entries.length === 0) return null;
  const left = words.left(cells, rows, products);
  const shown = all ? entries : entries.slice(0, FIRST);
  return (
    <section aria-label={words.leftOut}>
      <header className={classes.head}>
        <h2>{left ? words.leftOut : words.putRight}</h2>
        <p>{left ? `${left}. ${words.everythingElse}` : words.nothingLeft}</p>
        <span className={classes.grow} />
        <Button small onClick={() => clipboard.copy(reportText(found))}>
          {clipboard.copied ? words.copied : words.copy}
        </Button>
      </header>
      <table className={classes.findings}>
        <thead>
          <tr>
            <th scope="col">{words.lineHead}</th>
            <th scope="col">{words.column}</th>
            <th scope="col">{words.inFile}</th>
            <th scope="col">{words.why}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((entry) => (
            <tr key={`${entry.line} ${entry.column} ${entry.cell} ${entry.why}`}>
              <td>{entry.lines}</td>
              <td title={entry.column}>{entry.column}</td>
              <td data-mono title={entry.cell}>
                {entry.cell}
              </td>
              <td title={entry.why}>{entry.why}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {entries.length > shown.length && (
        <p className={classes.others}>
          <Button small kind="quiet" onClick={() => setAll(true)}>
            {words.others(entries.length - shown.length)}
          </Button>
        </p>
      )}
      {all && more > 0 && <p className={classes.others}>{words.more(more)}</p>}
    </section>
  );
}
