import { describeError, perform, useAnswerNote } from "@/api";
import type { Item, WarningKey } from "@/contract";
import { remember } from "@/flows/steps";
import { notifyTrouble } from "@/ui/notify";
import type { Editor } from "../useEditor";

/** Saves a typed text with the warnings that were put aside meanwhile; and, if asked, approves it and goes on. */
export function useSaving(
  job: string,
  editor: Editor,
  kept: WarningKey[],
  approve: (saved: Item) => void,
) {
  const answer = useAnswerNote(job);
  /** One after the other: each is saved on the result of the one before. */
  const keepAll = (saved: Item, left: WarningKey[], then?: (saved: Item) => void): void => {
    const [warning, ...rest] = left;
    if (!warning) {
      then?.(saved);
      return;
    }
    const { id: item, revision } = saved;
    perform(
      answer,
      { kind: "keep", item, revision, warning, keep: true },
      {
        onError: (error) => notifyTrouble(describeError(error)),
        onSuccess: (now) => {
          remember({ kind: "keep", job, item, revision, warning });
          keepAll(now, rest, then);
        },
      },
    );
  };
  const save = (then?: (saved: Item) => void) => {
    if (editor.busy || editor.overtaken) return;
    editor.save((saved) => keepAll(saved, kept, then));
  };
  return { save: () => save(), saveAndApprove: () => save(approve) };
}
