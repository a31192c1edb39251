import { describeError, useDecide } from "@/api";
import type { Decided, Decision, Item } from "@/contract";
import { asShown } from "@/domain/item";
import { t } from "@/strings";
import { notifyTrouble } from "@/ui/notify";
import { remember } from "./steps";
import { tellLeftOut } from "./tellLeftOut";
import { useStepping } from "./useStepping";

type Before = Pick<Item, "id" | "revision" | "decision">;

/** Approves, rejects and reopens drafts, and undoes what was done to drafts last. */
export function useDecisions(job: string, level: "page" | "dialog") {
  const decide = useDecide(job);
  const onError = (error: Error) => notifyTrouble(describeError(error));

  const decided = (done: Decided, onDone?: () => void) => {
    tellLeftOut(done, t.leftOut.decided);
    onDone?.();
  };
  const apply = (items: Before[], decision: Decision, onDone?: () => void) => {
    const changed = items.filter((item) => item.decision !== decision);
    if (changed.length === 0) return onDone?.();
    const sent = decide.mutateAsync({ items: changed.map(asShown), decision });
    remember({ kind: "decisions", steps: sent.then((done) => done.steps ?? []) });
    sent.then((done) => decided(done, onDone), onError);
  };
  useStepping(level);
  return { apply, busy: decide.isPending };
}
