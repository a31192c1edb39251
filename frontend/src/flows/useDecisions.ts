import { describeError, useDecide } from "@/api";
import type { Decision, Item } from "@/contract";
import { asShown } from "@/domain/item";
import { t } from "@/strings";
import { notifyTrouble } from "@/ui/notify";
import { remember } from "./steps";
import { tellLeftOut } from "./tellLeftOut";
import { useStepping } from "./useStepping";

type Before = Pick<Item, "id" | "revision" | "decision">;

/** Approves, rejects and reopens drafts, and undoes what was done to drafts last. */
export function useDecisions(
  job: string,
  level: "page" | "dialog",
  onDraft?: (item: string) => void,
) {
  const decide = useDecide(job);
  /** Whether it was saved; a failure is told. */
  const apply = async (items: Before[], decision: Decision): Promise<boolean> => {
    const changed = items.filter((item) => item.decision !== decision);
    if (changed.length === 0) return true;
    const sent = decide.mutateAsync({ items: changed.map(asShown), decision });
    remember({ kind: "decisions", steps: sent.then((done) => done.steps ?? []) });
    try {
      tellLeftOut(await sent, t.leftOut.decided);
      return true;
    } catch (error) {
      notifyTrouble(describeError(error as Error));
      return false;
    }
  };
  useStepping(level, onDraft);
  return { apply };
}
