import { describeError, useCopies } from "@/api";
import type { DataCopy } from "@/contract";
import { daysAgo, fullMoment } from "@/lib/format";
import { t } from "@/strings";
import { ErrorState, Loading } from "@/ui/States";
import text from "@/ui/text.module.css";
import classes from "./CopiesSection.module.css";
import { Section } from "./layout";

/** The copies of the data file: when, of which kind, how large, and how to go back to one. */
export function CopiesSection() {
  const copies = useCopies();
  const words = t.settings.copies;
  return (
    <Section title={words.title} text={words.text}>
      {copies.isPending && <Loading />}
      {copies.error && (
        <ErrorState trouble={describeError(copies.error)} onRetry={() => copies.refetch()} />
      )}
      {copies.data?.length === 0 && <p className={text.mut}>{words.none}</p>}
      {copies.data?.[0] && (
        <>
          <CopyTable copies={copies.data} />
          <p className={classes.note}>{words.keyring}</p>
          <p className={classes.note}>{words.restore}</p>
          <code className={classes.command}>{restoring(copies.data[0].path)}</code>
        </>
      )}
    </Section>
  );
}

function CopyTable({ copies }: { copies: DataCopy[] }) {
  const words = t.settings.copies;
  const now = new Date();
  return (
    <table className={classes.copies} aria-label={words.label}>
      <thead>
        <tr>
          <th scope="col">{words.columns.made}</th>
          <th scope="col">{words.columns.kind}</th>
          <th scope="col" className={text.right}>
            {words.columns.size}
          </th>
          <th scope="col">{words.columns.has}</th>
        </tr>
      </thead>
      <tbody>
        {copies.map((copy) => (
          <tr key={copy.path} title={copy.path}>
            <td>
              {fullMoment(copy.made)}{" "}
              <span className={text.dim}>{words.age(daysAgo(copy.made, now))}</span>
            </td>
            <td>{words.kinds[copy.kind]}</td>
            <td className={text.right}>{words.size(copy.size)}</td>
            <td>{companions(copy)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function companions(copy: DataCopy): string {
  const words = t.settings.copies;
  const parts = [
    ...(copy.keystore ? [words.keystore] : []),
    ...(copy.files > 0 ? [words.files(copy.files)] : []),
  ];
  return parts.length > 0 ? parts.join(", ") : words.dataOnly;
}

/** The command that restores a copy; it names the home, since a terminal may have another one. */
function restoring(path: string): string {
  const home = path.replace(/[\\/][^\\/]*$/, "");
  return `galley doctor --restore --from ${quoted(path)} --home ${quoted(home)}`;
}

/** A path quoted for a shell. */
function quoted(path: string): string {
  return /^[\w./:\\-]+$/.test(path) ? path : `"${path}"`;
}
