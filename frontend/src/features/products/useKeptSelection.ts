import { useCallback, useEffect, useRef } from "react";
import type { RowSelection } from "@/ui/table/useRowSelection";

/** Makes a change of what is listed, once the selection no longer depends on it. */
export type Keep = (change: () => void) => void;

/**
 * Keeps a selection while filters and search change. “All” belongs to what was listed when it was chosen: before the
 * list changes, it becomes the rows that it means. Where the list changes otherwise, as by going back, “all” is given
 * up rather than mean something else.
 */
export function useKeptSelection(
  selection: RowSelection,
  shop: string,
  narrowedTo: string,
  allIds: () => Promise<string[]>,
): Keep {
  const latest = useRef({ selection, allIds });
  latest.current = { selection, allIds };
  const { clear } = selection;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a selection is of one shop
  useEffect(clear, [shop, clear]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the list is another
  useEffect(() => {
    if (latest.current.selection.value.all) clear();
  }, [narrowedTo, clear]);

  return useCallback((change) => {
    const { value, only } = latest.current.selection;
    if (!value.all) return change();
    void latest.current.allIds().then((ids) => {
      only(ids.filter((id) => !value.ids.has(id)));
      change();
    }, change);
  }, []);
}
