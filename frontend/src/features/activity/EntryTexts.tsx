import { useMemo } from "react";
import type { Activity, Value } from "@/contract";
import { isHtml } from "@/domain/fields";
import { t } from "@/strings";
import { Group } from "@/ui/Panel";
import { ProofFrame } from "@/ui/proof/ProofFrame";
import { markUp } from "@/ui/proof/proof";
import classes from "./EntryTexts.module.css";

/** The text before, the text written and, in a conflict, the shop's text instead. */
export function EntryTexts({ entry }: { entry: Activity }) {
  const words = t.activity;
  const { field, before, after, live, result } = entry;
  const marked = useMemo(
    () =>
      markUp({
        html: isHtml(field),
        draft: after.text,
        original: before?.text ?? "",
        rings: [],
      }),
    [field, before, after],
  );
  const went = result === "written" || result === "already_there" || result === "late";
  return (
    <>
      <Group label={words.before}>
        <Paper value={before} html={marked.original} title={words.frameBefore} />
      </Group>
      <Group label={went ? words.after : words.notWritten}>
        <Paper value={after} html={marked.draft} title={words.frameAfter} proof />
      </Group>
      {result === "conflict" && live && live.text !== before?.text && (
        <Group label={words.now}>
          <Paper value={live} html={plain(entry, live)} title={words.frameNow} />
        </Group>
      )}
    </>
  );
}

function plain({ field }: Activity, value: Value): string {
  return markUp({ html: isHtml(field), draft: value.text, original: value.text, rings: [] }).draft;
}

interface PaperProps {
  value: Value | null;
  html: string;
  title: string;
  /** The text that goes to the shop. */
  proof?: boolean;
}

function Paper({ value, html, title, proof }: PaperProps) {
  if (!value || value.text === "") {
    const why = value?.null ? t.activity.unset : t.activity.empty;
    return <p className={classes.none}>{value ? why : t.activity.notRead}</p>;
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keys too
    <div className={classes.paper} tabIndex={0} data-proof={proof || undefined}>
      <ProofFrame title={title} html={html} quiet={!proof} />
    </div>
  );
}
