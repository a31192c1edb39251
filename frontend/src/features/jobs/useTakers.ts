import type { RefObject } from "react";
import { selectItems, useNarrowing, type Windowed } from "@/api";
import type {
  Item,
  ItemAction,
  ItemCan,
  ItemFilter,
  ItemSelection,
  SelectedItem,
} from "@/contract";
import { changedOf } from "@/flows/tellLeftOut";
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

interface Takers {
  /**
   * Hands the items that take an action to it: those given, else those of the selection, else the one at the cursor.
   * Rows that were chosen one by one are taken as they were shown. `none` says that not one takes the action.
   */
  take: (
    action: ItemAction,
    none: ((n: number) => string) | undefined,
    run: (items: SelectedItem[]) => void,
    given?: Item[],
  ) => void;
  /** Everything in the list as it was drawn when all of it was selected; undefined where rows are chosen. */
  whole: (action: ItemAction) => ItemSelection | undefined;
}

export function useTakers(options: Options): Takers {
  const { job, filter, search, list, selection, cursor, onError } = options;
  const narrowing = useNarrowing();

  const whole = (action: ItemAction) => {
    if (!selection.value.all) return undefined;
    const except = [...selection.value.ids];
    return {
      job_id: job,
      filter,
      search,
      ...narrowing,
      except,
      action,
      as_of: selection.asOf ?? 0,
    };
  };
  const takers = async (action: ItemAction, given: Item[] | undefined) => {
    const all = given ? undefined : whole(action);
    if (!all) {
      const here = list.rowAt(cursor.current);
      const rows = given ?? (selection.count > 0 ? selection.named() : here ? [here] : []);
      return { total: rows.length, items: rows.filter((item) => takes(item.can, action)) };
    }
    const found = await selectItems(all);
    const changed = changedOf(selection.count, found);
    if (changed > 0) notifyPlain(t.leftOut.changedSince(changed, []));
    return found;
  };
  const take: Takers["take"] = (action, none, run, given) =>
    void takers(action, given).then((found) => {
      if (found.items.length > 0) run(found.items.map(asSelected));
      else if (found.total > 0 && none) notifyPlain(none(found.total));
    }, onError);
  return { take, whole };
}

/** The rule is the backend's; a conflict is published only where both texts are seen. */
export function takes(can: ItemCan, action: ItemAction): boolean {
  return can[action] && !(action === "publish" && can.overwrite);
}

/** What an action needs to know of an item. A conflict names the shop's text that was shown. */
function asSelected({ id, revision, decision, on_shop }: Item | SelectedItem): SelectedItem {
  return on_shop ? { id, revision, decision, on_shop } : { id, revision, decision };
}
