import type { RefObject } from "react";
import { describeError, useWithdraw, type Windowed } from "@/api";
import { canDecide, canPublish, canUndo } from "@/domain/item";
import type { Decision, Item } from "@/domain/types";
import { useDecisions } from "@/flows/useDecisions";
import type { Publishing } from "@/flows/usePublishing";
import { t } from "@/strings";
import { useKeys } from "@/ui/keys/useKeys";
import { notifyPlain, notifyTrouble } from "@/ui/notify";
import type { RowSelection } from "@/ui/table/useRowSelection";

const idOf = (item: Item) => item.id;

interface Options {
  job: string;
  list: Windowed<Item>;
  selection: RowSelection;
  cursor: RefObject<number>;
  publishing: Publishing;
}

export interface ItemActions {
  decide(decision: Decision): void;
  publish(): void;
  undo(): void;
  reopen(item: Item): void;
  /** Takes the decision to publish back, of these or of the chosen ones. */
  withdraw(items?: Item[]): void;
}

/** What can be done with the chosen items, or with the one at the cursor; and the keys for it. */
export function useItemActions(options: Options): ItemActions {
  const { job, list, selection, cursor, publishing } = options;
  const decisions = useDecisions(job, "page");

  const chosen = async (): Promise<Item[]> => {
    if (selection.count === 0) {
      const here = list.rowAt(cursor.current);
      return here ? [here] : [];
    }
    const all = await list.rows(0, Math.max(0, (list.total ?? 1) - 1));
    return all.filter((item) => selection.has(item.id));
  };
  const decide = (decision: Decision) =>
    void chosen().then((items) => decisions.apply(items.filter(canDecide), decision));
  // A conflict goes out only from its preview, where both texts are seen.
  const publish = () =>
    void chosen().then((items) => {
      const ids = items.filter((i) => canPublish(i) && i.publish_state !== "conflict").map(idOf);
      if (ids.length > 0) publishing.publish(ids, { onDone: selection.clear });
      else if (items[0]) notifyPlain(t.jobs.items.nonePublishable(items.length));
    });
  const undo = () =>
    void chosen().then((items) => {
      const ids = items.filter(canUndo).map(idOf);
      if (ids.length > 0) publishing.undo(ids, { onDone: selection.clear });
      else if (items[0]) notifyPlain(t.jobs.items.noneUndoable(items.length));
    });

  const withdrawing = useWithdraw();
  const withdraw = (items?: Item[]) =>
    void (items ? Promise.resolve(items) : chosen()).then((all) => {
      const ids = all.filter((item) => item.publish_state === "queued").map(idOf);
      if (ids.length === 0) return;
      withdrawing.mutate(
        { shop_id: "", job_id: job, item_ids: ids },
        { onSuccess: selection.clear, onError: (error) => notifyTrouble(describeError(error)) },
      );
    });

  useKeys("page", [
    { combos: ["p"], label: t.jobs.items.publish, run: publish },
    { combos: ["a"], label: t.jobs.items.approve, run: () => decide("approved") },
    { combos: ["r"], label: t.jobs.items.reject, run: () => decide("rejected") },
  ]);
  return { decide, publish, undo, withdraw, reopen: (item) => decisions.apply([item], "open") };
}
