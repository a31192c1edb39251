import type { FileColumn, ProductFile } from "@/contract";
import { t } from "@/strings";
import { Icon } from "@/ui/Icon";
import classes from "./opening.module.css";

const words = t.opening;

/** The columns that matter or need attention: texts, other names, what is missing, what looks like copy. */
export function Columns({ found }: { found: ProductFile }) {
  const columns = found.columns ?? [];
  const unknown = found.unknown ?? [];
  const of = (...kinds: FileColumn["kind"][]) =>
    columns.filter(({ kind }) => kinds.includes(kind)).length;
  const shown = columns.filter(
    ({ field, kind }) => field !== undefined || kind === "other" || kind === "twice",
  );
  const copy = columns.filter(({ kind }) => kind === "copy");
  return (
    <section aria-label={words.columns}>
      <header className={classes.head}>
        <h2>{words.columns}</h2>
        <p>
          {words.columnsText(of("own"), of("other"), of("kept", "copy", "twice"), unknown.length)}
        </p>
      </header>
      <table className={classes.columns}>
        <thead>
          <tr>
            <th scope="col">{words.inFile}</th>
            <th scope="col">{words.understood}</th>
            <th scope="col">{words.filled}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((column) => (
            <tr key={column.name}>
              <td data-mono>{column.name}</td>
              <td>
                <Icon
                  shape={column.kind === "twice" ? "struck" : "check"}
                  tone={column.kind === "twice" ? "dim" : "ok"}
                  small
                />{" "}
                {meaning(column)}
              </td>
              <td>{words.of(column.filled, column.of)}</td>
            </tr>
          ))}
          {unknown.map((field) => (
            <tr key={field}>
              <td data-warn>{words.missing}</td>
              <td>
                <Icon shape="zero" tone="dim" small /> <b>{words.isUnknown(field)}</b>{" "}
                {words.notEmpty}
              </td>
              <td>{words.consequence}</td>
            </tr>
          ))}
          {copy.map((column) => (
            <tr key={column.name}>
              <td data-mono>{column.name}</td>
              <td>
                <Icon shape="info" tone="accent" small /> {words.asCopy}
              </td>
              <td>{words.of(column.filled, column.of)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {unknown.includes("title") && (
        <p className={classes.warning}>
          <Icon shape="warn" tone="warn" small /> {words.withoutTitle}
        </p>
      )}
    </section>
  );
}

function meaning({ field, kind, means }: FileColumn): string {
  if (kind === "twice") return words.twice(means);
  return field ? words.field(field) : means;
}
