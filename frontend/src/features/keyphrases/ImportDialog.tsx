import { describeError, type KeyphraseFile, useImportKeyphrases } from "@/api";
import type { KeyphraseImport } from "@/contract";
import { t } from "@/strings";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import classes from "./phrases.module.css";

interface ImportDialogProps {
  shop: string;
  file: KeyphraseFile;
  preview: KeyphraseImport;
  onClose: () => void;
}

/** Lines of each group that are shown; a file can have thousands. */
const SHOWN = 50;

const words = t.keyphrases;

/** What an import takes and what it leaves out and why, before anything is saved. */
export function ImportDialog({ shop, file, preview, onClose }: ImportDialogProps) {
  const run = useImportKeyphrases(shop);
  const taken = (preview.taken ?? []).map(({ place, text }): Line => [place.title, text]);
  const left = (preview.left ?? []).map(({ place, text }): Line => [place.title, text]);
  const unknown = (preview.unknown ?? []).map((name): Line => [name, ""]);
  const invalid = (preview.invalid ?? []).map(
    ({ line, reason }): Line => [words.line(line), String(reason)],
  );
  return (
    <ConfirmDialog
      title={words.importTitle(file.name)}
      action={preview.set > 0 ? words.importDo(preview.set) : undefined}
      busy={run.isPending}
      trouble={run.error ? describeError(run.error) : undefined}
      onConfirm={() => run.mutate(file, { onSuccess: onClose })}
      onClose={onClose}
    >
      <p>{words.importNote}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keys too */}
      <div className={classes.list} tabIndex={0}>
        {preview.set === 0 && <p>{words.importNothing}</p>}
        <Group title={words.taken(preview.set, preview.rows)} lines={taken} of={preview.set} />
        {preview.unchanged > 0 && <h3>{words.unchanged(preview.unchanged)}</h3>}
        <Group title={words.left(left.length)} lines={left} of={left.length} />
        <Group title={words.unknown(unknown.length)} lines={unknown} of={unknown.length} />
        <Group title={words.invalid(invalid.length)} lines={invalid} of={invalid.length} />
      </div>
    </ConfirmDialog>
  );
}

type Line = [string, string];

function Group({ title, lines, of }: { title: string; lines: Line[]; of: number }) {
  if (of === 0) return null;
  const shown = lines.slice(0, SHOWN);
  return (
    <section>
      <h3>{title}</h3>
      <ul>
        {shown.map(([name, said], i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of a file have no other name, and never move
          <li key={i}>
            <span>{name}</span>
            <span>{said}</span>
          </li>
        ))}
        {of > shown.length && <li>{words.more(of - shown.length)}</li>}
      </ul>
    </section>
  );
}
