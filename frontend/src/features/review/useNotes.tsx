import { type ReactNode, useState } from "react";
import { describeError, perform, useAnswerNote } from "@/api";
import type { Item, Warning, WarningKey } from "@/contract";
import { remember } from "@/flows/steps";
import { t } from "@/strings";
import { useKeys } from "@/ui/keys/useKeys";
import { notifyTrouble } from "@/ui/notify";
import { FactDialog } from "./FactDialog";

/** Whether a warning speaks of words of the draft: then it has a ring, a note and answers. */
export function isNote(warning: Warning): boolean {
  return warning.end > warning.start && warning.severity !== "info";
}

/** What identifies a warning, however its sentence reads. */
function keyOf({ rule, about }: Warning): WarningKey {
  return { rule, about };
}

export interface Notes {
  /** The note that the keys 1, 2 and 3 answer: the first. */
  first: Warning | undefined;
  takeOut(warning: Warning): void;
  addFact(warning: Warning): void;
  keep(warning: Warning): void;
  dialog: ReactNode;
}

/** The three answers to a note in the margin; undefined if the draft cannot be changed now. */
export function useNotes(item: Item, editing: boolean, painted: () => boolean): Notes | undefined {
  const answer = useAnswerNote(item.job_id);
  const [asked, setAsked] = useState<Warning>();
  const onError = (error: Error) => notifyTrouble(describeError(error));
  const able = item.can.edit && !editing;
  const first = able ? (item.warnings ?? []).find(isNote) : undefined;

  const takeOut = (warning: Warning) =>
    perform(
      answer,
      { kind: "takeOut", item: item.id, revision: item.revision, warning: keyOf(warning) },
      {
        onError,
        onSuccess: ({ revision }) =>
          remember({
            kind: "edit",
            job: item.job_id,
            item: item.id,
            revision,
            before: item.content,
          }),
      },
    );
  const keep = (warning: Warning) =>
    perform(
      answer,
      { kind: "keep", item: item.id, revision: item.revision, warning: keyOf(warning), keep: true },
      {
        onError,
        onSuccess: ({ revision }) =>
          remember({
            kind: "keep",
            job: item.job_id,
            item: item.id,
            revision,
            warning: keyOf(warning),
          }),
      },
    );
  const key = (combo: string, label: string, run: (warning: Warning) => void) => ({
    combos: [combo],
    label,
    run: () => first && run(first),
    off: first === undefined || answer.isPending,
    shown: painted,
  });
  const words = t.review.notes;
  useKeys("dialog", [
    key("1", words.takeOut, takeOut),
    key("2", words.fact, setAsked),
    key("3", words.keep, keep),
  ]);
  if (!able) return undefined;
  return {
    first,
    takeOut,
    addFact: setAsked,
    keep,
    dialog: asked && <FactDialog item={item} warning={asked} onClose={() => setAsked(undefined)} />,
  };
}
