import { describeError, useDecide } from "@/api";
import type { Decision, Item } from "@/domain/types";
import { t } from "@/strings";
import { useKeys } from "@/ui/keys/useKeys";
import { notifyTrouble } from "@/ui/notify";

type Before = Pick<Item, "id" | "decision" | "job_id">;

/** What was decided last, for Ctrl Z: the items with the decision they had. */
const history: Before[][] = [];

/** How many steps back are kept. */
const STEPS = 100;

/** Approving, rejecting and reopening drafts, with a way back for the last ones. */
export function useDecisions(job: string, level: "page" | "dialog") {
  const decide = useDecide(job);
  const onError = (error: Error) => notifyTrouble(describeError(error));

  const apply = (items: Before[], decision: Decision, onDone?: () => void) => {
    const changed = items.filter((item) => item.decision !== decision);
    if (changed.length === 0) return onDone?.();
    history.push(changed.map(({ id, decision: was, job_id }) => ({ id, decision: was, job_id })));
    history.splice(0, history.length - STEPS);
    decide.mutate(
      { items: changed.map((item) => item.id), decision },
      { onError, ...(onDone && { onSuccess: onDone }) },
    );
  };
  const back = () => {
    const last = history.at(-1);
    if (last?.[0]?.job_id !== job) return;
    history.pop();
    for (const decision of ["open", "approved", "rejected"] as const) {
      const ids = last.filter((item) => item.decision === decision).map((item) => item.id);
      if (ids.length > 0) decide.mutate({ items: ids, decision }, { onError });
    }
  };
  useKeys(level, [{ combos: ["mod+z"], label: t.keys.undoDecision, run: back }]);
  return { apply, busy: decide.isPending };
}
