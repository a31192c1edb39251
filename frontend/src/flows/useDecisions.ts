import { describeError, useDecide, useDecideSelected } from "@/api";
import type { Decided, Decision, Item, ItemSelection } from "@/contract";
import { asShown } from "@/domain/item";
import { t } from "@/strings";
import { notifyTrouble } from "@/ui/notify";
import { remember } from "./steps";
import { tellLeftOut, tellSelected } from "./tellLeftOut";
import { useStepping } from "./useStepping";

type Before = Pick<Item, "id" | "revision" | "decision">;

/** Approves, rejects and reopens drafts, and undoes what was done to drafts last. */
export function useDecisions(
  job: string,
  level: "page" | "dialog",
  onDraft?: (item: string) => void,
) {
  const decide = useDecide(job);
  const decideSelected = useDecideSelected(job);
  const settle = async (sent: Promise<Decided>, tell: (done: Decided) => void) => {
    remember({ kind: "decisions", steps: sent.then((done) => done.steps ?? []) });
    try {
      tell(await sent);
      return true;
    } catch (error) {
      notifyTrouble(describeError(error as Error));
      return false;
    }
  };
  /** Whether it was saved; a failure is told. */
  const apply = async (items: Before[], decision: Decision): Promise<boolean> => {
    const changed = items.filter((item) => item.decision !== decision);
    if (changed.length === 0) return true;
    const sent = decide.mutateAsync({ items: changed.map(asShown), decision });
    return settle(sent, (done) => tellLeftOut(done, t.leftOut.decided));
  };
  /** The same for everything in a list, of which so many were selected. */
  const applyToAll = (selection: ItemSelection, selected: number, decision: Decision) =>
    settle(decideSelected.mutateAsync({ selection, decision }), (done) =>
      tellSelected(done, selected, t.leftOut.decided, t.jobs.items.noneDecidable),
    );
  useStepping(level, onDraft);
  return { apply, applyToAll };
}
