import {
  describeError,
  perform,
  useAnswerNote,
  useDecide,
  useEditItem,
  useUndoAnswer,
} from "@/api";
import type { Decided, Decision, Item } from "@/contract";
import { asShown } from "@/domain/item";
import { t } from "@/strings";
import { useKeys } from "@/ui/keys/useKeys";
import { notifyPlain, notifyTrouble } from "@/ui/notify";
import { remember, renumber, takeLast } from "./steps";
import { tellLeftOut } from "./tellLeftOut";

type Before = Pick<Item, "id" | "revision" | "decision">;

/** Approves, rejects and reopens drafts, and undoes what was done to drafts last. */
export function useDecisions(job: string, level: "page" | "dialog") {
  const decide = useDecide(job);
  const edit = useEditItem(job);
  const note = useAnswerNote(job);
  const undoAnswer = useUndoAnswer(job);
  const onError = (error: Error) => notifyTrouble(describeError(error));

  const decided = (done: Decided, onDone?: () => void) => {
    tellLeftOut(done, t.leftOut.decided);
    onDone?.();
  };
  const apply = (items: Before[], decision: Decision, onDone?: () => void) => {
    const changed = items.filter((item) => item.decision !== decision);
    if (changed.length === 0) return onDone?.();
    remember({
      kind: "decisions",
      job,
      before: changed.map(({ id, revision, decision: was }) => ({ id, revision, decision: was })),
    });
    perform(
      decide,
      { items: changed.map(asShown), decision },
      { onError, onSuccess: (done) => decided(done, onDone) },
    );
  };
  const back = () => {
    const step = takeLast(job);
    switch (step?.kind) {
      case "decisions":
        for (const decision of ["open", "approved", "rejected"] as const) {
          const items = step.before.filter((item) => item.decision === decision).map(asShown);
          if (items.length > 0)
            perform(decide, { items, decision }, { onError, onSuccess: (done) => decided(done) });
        }
        break;
      case "edit": {
        const { item, revision, before } = step;
        perform(
          edit,
          { item, revision, content: before },
          { onError, onSuccess: (now) => renumber(item, revision - 1, now.revision) },
        );
        break;
      }
      case "keep":
        perform(
          note,
          {
            kind: "keep",
            item: step.item,
            revision: step.revision,
            warning: step.warning,
            keep: false,
          },
          { onError },
        );
        break;
      case "answer":
        perform(undoAnswer, step.id, {
          onError,
          onSuccess: (done) => {
            if (done.left?.length) tellLeftOut(done, t.review.answerAll.undone);
            else notifyPlain(t.review.answerAll.undone(done.count));
          },
        });
        break;
    }
  };
  useKeys(level, [{ combos: ["mod+z"], label: t.keys.undoLast, run: back }]);
  return { apply, busy: decide.isPending };
}
