import { describeError, perform, useMoveSteps, useUndoAnswer } from "@/api";
import type { Moved } from "@/contract";
import { t } from "@/strings";
import { useKeys } from "@/ui/keys/useKeys";
import { notifyPlain, notifyTrouble } from "@/ui/notify";
import { push, takeLast } from "./steps";
import { tellLeftOut } from "./tellLeftOut";

type Way = "undo" | "redo";

/** One at a time: the next is the one before it only when that is undone. */
let going: Promise<void> = Promise.resolve();

/**
 * Undoes and redoes decisions and edits, over all jobs, and says what in one line. Never publications. A draft that
 * changed alone is named to `onDraft`.
 */
export function useStepping(level: "page" | "dialog", onDraft?: (item: string) => void) {
  const move = useMoveSteps();
  const undoAnswer = useUndoAnswer("");
  const takeBackAnswer = (id: number) =>
    perform(undoAnswer, id, {
      onError: (error) => notifyTrouble(describeError(error)),
      onSuccess: (done) => {
        if (done.left?.length) tellLeftOut(done, t.review.answerAll.undone);
        else notifyPlain(t.review.answerAll.undone(done.count));
      },
    });
  const step = async (way: Way) => {
    const last = takeLast(way);
    if (!last) return notifyPlain(t.undo.nothing[way]);
    if (last.answer) return takeBackAnswer(last.answer.id);
    const ids = await last.steps;
    if (ids.length === 0) return notifyPlain(t.undo.notThis);
    try {
      const moved = await move(way === "undo" ? [...ids].reverse() : ids, way === "undo");
      push(way === "undo" ? "redo" : "undo", last);
      notifyPlain(said(way, moved));
      const [only, ...others] = moved;
      if (only?.count === 1 && others.length === 0) onDraft?.(only.item_id);
    } catch (error) {
      notifyTrouble(describeError(error as Error));
    }
  };
  const queue = (way: Way) => {
    going = going.then(() => step(way));
  };
  useKeys(level, [
    { combos: ["mod+z"], label: t.keys.undoLast, run: () => queue("undo") },
    { combos: ["mod+shift+z", "mod+y"], label: t.undo.redoLast, run: () => queue("redo") },
  ]);
  return { undo: () => queue("undo"), redo: () => queue("redo") };
}

function said(way: Way, moved: Moved[]): string {
  const [first] = moved;
  const count = moved.reduce((sum, one) => sum + one.count, 0);
  const left = moved.reduce((sum, one) => sum + (one.left?.length ?? 0), 0);
  if (!first) return t.undo.nothing[way];
  return t.undo.said(way, {
    what: first.kind === "decide" ? first.decision : first.kind,
    count,
    left,
    title: first.title,
    job: first.job_id,
  });
}
