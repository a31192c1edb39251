import { type ReactNode, type RefObject, useState } from "react";
import {
  canOpen,
  countSelected,
  describeError,
  perform,
  useJob,
  useProductAddress,
  useRetry,
  useWithdraw,
  type Windowed,
} from "@/api";
import type { Decision, Item, ItemFilter, SelectedItem, Shop } from "@/contract";
import { asShown } from "@/domain/item";
import { publishingWords } from "@/domain/publishingWords";
import { isOpenDraft, nextTaking } from "@/flows/nextTaking";
import { RegenerateDialog, type WholeList } from "@/flows/RegenerateDialog";
import { tellLeftOut } from "@/flows/tellLeftOut";
import { useDecisions } from "@/flows/useDecisions";
import { useGoLive } from "@/flows/useGoLive";
import type { Publishing } from "@/flows/usePublishing";
import { viewPage } from "@/flows/viewPage";
import { t } from "@/strings";
import { useKeys } from "@/ui/keys/useKeys";
import { notifyPlain, notifyTrouble } from "@/ui/notify";
import type { ListSelection } from "@/ui/table/useListSelection";
import { useTakers } from "./useTakers";

interface Options {
  shop: Shop;
  job: string;
  filter: ItemFilter;
  search: string;
  list: Windowed<Item>;
  selection: ListSelection<Item>;
  cursor: RefObject<number>;
  /** Whether the row under the cursor is painted and in sight. */
  cursorShown: RefObject<() => boolean>;
  publishing: Publishing;
  /** Moves the cursor to an item. */
  onPoint: (id: string) => void;
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
  /** Withdraws the publications of these or of the selected ones. */
  withdraw(items?: Item[]): void;
  /** Opens the product's page on the shop; without an item, that of the one at the cursor. */
  view(item?: Item): void;
  /** To be rendered by the caller. */
  dialog: ReactNode;
}

interface Rewriting {
  items: SelectedItem[] | WholeList;
  /** All of them are in conflict. */
  conflicts: boolean;
}

/** What can be done with the chosen items, or with the one at the cursor; and the keys for it. */
export function useItemActions(options: Options): ItemActions {
  const { shop, job, filter, search, list, selection, cursor, cursorShown, publishing } = options;
  const decisions = useDecisions(job, "page");
  const retrying = useRetry();
  const goLive = useGoLive();
  const known = useJob(job).data;
  const address = useProductAddress(shop.id);
  const [rewriting, setRewriting] = useState<Rewriting>();
  const onError = (error: Error) => notifyTrouble(describeError(error));

  // What cannot be decided is passed over: the key goes to the next draft that can.
  const onward = () =>
    void nextTaking(list, cursor.current + 1, isOpenDraft).then(
      (found) => (found ? options.onPoint(found.id) : notifyPlain(t.review.noneAfter)),
      onError,
    );
  const { take, whole } = useTakers({ job, filter, search, list, selection, cursor, onError });
  const decide = (decision: Decision) => {
    const here = list.rowAt(cursor.current);
    if (selection.count === 0 && here && !here.can.decide) return onward();
    const all = whole("decide");
    // Everything of it is decided then: what the list shows next was not selected.
    if (all) return void decisions.applyToAll(all, selection.count, decision).then(clearIf);
    take("decide", t.jobs.items.noneDecidable, (drafts) => decisions.apply(drafts, decision));
  };
  const clearIf = (done: boolean) => done && selection.clear();
  const publish = () => {
    const all = whole("publish");
    if (all) return publishing.publishSelected(all, selection.count, { onDone: selection.clear });
    take("publish", t.jobs.items.nonePublishable, (drafts) =>
      publishing.publish(drafts.map(asShown), { onDone: selection.clear }),
    );
  };
  const undo = () =>
    take("undo", publishingWords(shop).noneUndoable, (published) =>
      publishing.undo(published.map(asShown), { onDone: selection.clear }),
    );
  const regenerate = () => {
    const all = whole("regenerate");
    if (!all) {
      return take("regenerate", t.jobs.items.noneEditable, (items) =>
        setRewriting({ items, conflicts: items.every((item) => item.on_shop) }),
      );
    }
    const selected = selection.count;
    void countSelected(all).then(({ takes, total }) => {
      if (total === 0) return notifyPlain(t.leftOut.changedSince(selected, []));
      if (takes === 0) return notifyPlain(t.jobs.items.noneEditable(total));
      const items = { selection: all, selected, n: takes };
      setRewriting({ items, conflicts: filter === "conflict" });
    }, onError);
  };
  const retry = (item?: Item) => {
    const again = (failed: SelectedItem[]) =>
      goLive.ask(known, failed.length, () =>
        perform(
          retrying,
          { job, items: failed.map(asShown) },
          { onError, onSuccess: (done) => tellLeftOut(done, t.leftOut.retried) },
        ),
      );
    take("retry", t.jobs.items.noneFailed, again, item && [item]);
  };
  const withdrawing = useWithdraw();
  const withdraw = (items?: Item[]) => {
    const back = (waiting: SelectedItem[]) =>
      perform(
        withdrawing,
        { shop_id: "", job_id: job, item_ids: waiting.map((item) => item.id) },
        { onSuccess: selection.clear, onError },
      );
    take("withdraw", undefined, back, items);
  };
  const view = (item = list.rowAt(cursor.current)) => {
    if (!item) return;
    if (item.product.id === "") return notifyPlain(t.jobs.items.noCollectionPage);
    perform(address, item.product.id, {
      onError,
      onSuccess: (url) =>
        canOpen(url)
          ? viewPage({ url, title: item.product.title })
          : notifyPlain(t.jobs.items.noPage),
    });
  };

  // Rows that are selected were chosen one by one or as a whole; else the key is for the one row
  // that the list shows under the cursor. Publish and regenerate ask first.
  const shown = () => selection.count > 0 || cursorShown.current();
  const onChosen = { onRow: true, onSelection: true };
  useKeys("page", [
    { combos: ["p"], label: t.jobs.items.publish, run: publish, ...onChosen },
    {
      combos: ["a"],
      label: t.jobs.items.approve,
      run: () => decide("approved"),
      shown,
      ...onChosen,
    },
    {
      combos: ["r"],
      label: t.jobs.items.reject,
      run: () => decide("rejected"),
      shown,
      ...onChosen,
    },
    { combos: ["g"], label: t.jobs.items.regenerate, run: regenerate, ...onChosen },
    { combos: ["shift+r"], label: t.jobs.items.retry, run: retry, shown, ...onChosen },
    { combos: ["v"], label: t.review.keys.viewProduct, run: view, onRow: true },
    { combos: [], label: t.jobs.items.undo, run: undo, ...onChosen },
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
          <RegenerateDialog
            job={job}
            items={rewriting.items}
            conflicts={rewriting.conflicts}
            onClose={() => setRewriting(undefined)}
          />
        )}
      </>
    ),
  };
}
