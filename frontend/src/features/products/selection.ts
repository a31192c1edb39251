import type { Selection as JobSelection, ProductFilter } from "@/contract";
import type { Selection } from "@/lib/selection";

/** The selection in the list of products, as a job takes it. Without one, all that match. */
export function jobSelection(
  selection: Selection,
  search: string,
  filter: ProductFilter,
): JobSelection {
  const ids = [...selection.ids];
  if (!selection.all && ids.length > 0) return { product_ids: ids };
  const range = rangeOf(search, ids);
  return Object.keys(filter).length > 0 ? { ...range, filter } : range;
}

/** The same for the list of collections. */
export function collectionSelection(selection: Selection, search: string): JobSelection {
  const ids = [...selection.ids];
  if (!selection.all && ids.length > 0) return { collection_ids: ids };
  return rangeOf(search, ids);
}

/** All that match a search, but these. */
function rangeOf(search: string, except: string[]): JobSelection {
  const range: JobSelection = search === "" ? { all: true } : { search };
  return except.length > 0 ? { ...range, except } : range;
}
