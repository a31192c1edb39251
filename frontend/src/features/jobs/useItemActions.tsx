import { type ReactNode, type RefObject, useState } from "react";
import {
  canOpen,
  describeError,
  openOutside,
  perform,
  useJob,
  useProductAddress,
  useRetry,
  useWithdraw,
  type Windowed,
} from "@/api";
import type { Decision, Item, Shop } from "@/contract";
import { asShown } from "@/domain/item";
import { publishingWords } from "@/domain/shop";
import { RegenerateDialog } from "@/flows/RegenerateDialog";
import { tellLeftOut } from "@/flows/tellLeftOut";
import { useDecisions } from "@/flows/useDecisions";
import { useGoLive } from "@/flows/useGoLive";
import type { Publishing } from "@/flows/usePublishing";
import { t } from "@/strings";
import { useKeys } from "@/ui/keys/useKeys";
import { notifyPlain, notifyTrouble } from "@/ui/notify";
import type { RowSelection } from "@/ui/table/useRowSelection";

interface Options {
  shop: Shop;
  job: string;
  list: Windowed<Item>;
  selection: RowSelection;
  cursor: RefObject<number>;
  /** Whether the row under the cursor is painted and in sight. */
  cursorShown: RefObject<() => boolean>;
  publishing: Publishing;
}

export interface ItemActions {
  decide(decision: Decision): void;
  publish(): void;
  undo(): void;
  /** Asks for a note, then has the drafts written again. */
  regenerate(): void;
  reopen(item: Item): void;
  /** Has a failed item written, or sent, again; without one, those that are chosen. */
  retry(item?: Item): void;
  /** Takes the decision to publish back, of these or of the chosen ones. */
  withdraw(items?: Item[]): void;
  /** Opens the product's page on the shop; without an item, that of the one at the cursor. */
  view(item?: Item): void;
  /** To be rendered by whoever acts. */
  dialog: ReactNode;
}

/** What can be done with the chosen items, or with the one at the cursor; and the keys for it. */
export function useItemActions(options: Options): ItemActions {
  const { shop, job, list, selection, cursor, cursorShown, publishing } = options;
  const decisions = useDecisions(job, "page");
  const retrying = useRetry(job);
  const goLive = useGoLive(useJob(job).data);
  const address = useProductAddress(shop.id);
  const [rewriting, setRewriting] = useState<Item[]>();
  const onError = (error: Error) => notifyTrouble(describeError(error));

  const chosen = async (): Promise<Item[]> => {
    if (selection.count === 0) {
      const here = list.rowAt(cursor.current);
      return here ? [here] : [];
    }
    const all = await list.rows(0, Math.max(0, (list.total ?? 1) - 1));
    return all.filter((item) => selection.has(item.id));
  };
  const decide = (decision: Decision) =>
    void chosen().then((items) => {
      const drafts = items.filter((item) => item.can.decide);
      if (drafts.length > 0) decisions.apply(drafts, decision);
      else if (items[0]) notifyPlain(t.jobs.items.noneDecidable(items.length));
    });
  // A conflict goes out only from its preview, where both texts are seen.
  const publish = () =>
    void chosen().then((items) => {
      const drafts = items.filter(({ can }) => can.publish && !can.overwrite).map(asShown);
      if (drafts.length > 0) publishing.publish(drafts, { onDone: selection.clear });
      else if (items[0]) notifyPlain(t.jobs.items.nonePublishable(items.length));
    });
  const undo = () =>
    void chosen().then((items) => {
      const published = items.filter((item) => item.can.undo).map(asShown);
      if (published.length > 0) publishing.undo(published, { onDone: selection.clear });
      else if (items[0]) notifyPlain(publishingWords(shop).noneUndoable(items.length));
    });

  const regenerate = () =>
    void chosen().then((items) => {
      const drafts = items.filter((item) => item.can.regenerate);
      if (drafts.length > 0) setRewriting(drafts);
      else if (items[0]) notifyPlain(t.jobs.items.noneEditable(items.length));
    });
  const retry = (item?: Item) =>
    void (item ? Promise.resolve([item]) : chosen()).then((items) => {
      const failed = items.filter((each) => each.can.retry).map(asShown);
      if (failed.length > 0)
        goLive.ask(failed.length, () =>
          perform(
            retrying,
            { items: failed },
            { onError, onSuccess: (done) => tellLeftOut(done, t.leftOut.retried) },
          ),
        );
      else if (items[0]) notifyPlain(t.jobs.items.noneFailed(items.length));
    });
  const withdrawing = useWithdraw();
  const withdraw = (items?: Item[]) =>
    void (items ? Promise.resolve(items) : chosen()).then((all) => {
      const ids = all.filter((item) => item.can.withdraw).map((item) => item.id);
      if (ids.length === 0) return;
      perform(
        withdrawing,
        { shop_id: "", job_id: job, item_ids: ids },
        { onSuccess: selection.clear, onError },
      );
    });
  const view = (item = list.rowAt(cursor.current)) => {
    if (!item) return;
    perform(address, item.product.id, {
      onError,
      onSuccess: (url) => (canOpen(url) ? openOutside(url) : notifyPlain(t.jobs.items.noPage)),
    });
  };

  // Rows that are selected were chosen one by one or as a whole; else the key is for the one row
  // that the list shows under the cursor. Publish and regenerate ask first.
  const shown = () => selection.count > 0 || cursorShown.current();
  useKeys("page", [
    { combos: ["p"], label: t.jobs.items.publish, run: publish },
    { combos: ["a"], label: t.jobs.items.approve, run: () => decide("approved"), shown },
    { combos: ["r"], label: t.jobs.items.reject, run: () => decide("rejected"), shown },
    { combos: ["g"], label: t.jobs.items.regenerate, run: regenerate },
    { combos: ["shift+r"], label: t.jobs.items.retry, run: retry, shown },
    { combos: ["v"], label: t.review.keys.viewProduct, run: view },
  ]);
  return {
    decide,
    publish,
    undo,
    regenerate,
    retry,
    withdraw,
    view,
    reopen: (item) => decisions.apply([item], "open"),
    dialog: (
      <>
        {goLive.dialog}
        {rewriting && (
          <RegenerateDialog job={job} items={rewriting} onClose={() => setRewriting(undefined)} />
        )}
      </>
    ),
  };
}
