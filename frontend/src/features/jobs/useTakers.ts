import type { RefObject } from "react";
import { selectItems, useNarrowing, type Windowed } from "@/api";
import type { Item, ItemAction, ItemCan, ItemFilter, SelectedItem } from "@/contract";
import { t } from "@/strings";
import { notifyPlain } from "@/ui/notify";
import type { ListSelection } from "@/ui/table/useListSelection";

interface Options {
  job: string;
  filter: ItemFilter;
  search: string;
  list: Windowed<Item>;
  selection: ListSelection<Item>;
  cursor: RefObject<number>;
  onError: (error: Error) => void;
}

/**
 * Hands the items that take an action to it: those given, else those of the selection, else the one
 * at the cursor. Rows that were chosen one by one are taken as they were shown; "all" is asked of the
 * backend, and only where it is as many as the page said. `none` says that not one takes the action.
 */
export function useTakers(options: Options) {
  const { job, filter, search, list, selection, cursor, onError } = options;
  const narrowing = useNarrowing();

  const takers = async (action: ItemAction, given: Item[] | undefined) => {
    if (given || !selection.value.all) {
      const here = list.rowAt(cursor.current);
      const rows = given ?? (selection.count > 0 ? selection.named() : here ? [here] : []);
      return { total: rows.length, items: rows.filter((item) => takes(item.can, action)) };
    }
    const except = [...selection.value.ids];
    const found = await selectItems({ job_id: job, filter, search, ...narrowing, except, action });
    if (found.total === selection.count) return found;
    notifyPlain(t.jobs.items.selectionChanged(selection.count, found.total));
    return undefined;
  };

  return (
    action: ItemAction,
    none: ((n: number) => string) | undefined,
    run: (items: SelectedItem[]) => void,
    given?: Item[],
  ) =>
    void takers(action, given).then((found) => {
      if (!found) return;
      if (found.items.length > 0) run(found.items.map(asSelected));
      else if (found.total > 0 && none) notifyPlain(none(found.total));
    }, onError);
}

/** The rule is the backend's; a conflict is published only where both texts are seen. */
function takes(can: ItemCan, action: ItemAction): boolean {
  return can[action] && !(action === "publish" && can.overwrite);
}

/** What an action needs to know of an item. A conflict names the shop's text that was shown. */
function asSelected({ id, revision, decision, on_shop }: Item | SelectedItem): SelectedItem {
  return on_shop ? { id, revision, decision, on_shop } : { id, revision, decision };
}
