import type { Selection as JobSelection, ProductFilter } from "@/contract";
import type { Selection } from "@/lib/selection";

/** The selection in the list, as a job takes it. Without one, all that match. */
export function jobSelection(
  selection: Selection,
  search: string,
  filter: ProductFilter,
): JobSelection {
  const ids = [...selection.ids];
  if (!selection.all && ids.length > 0) return { product_ids: ids };
  const range: JobSelection = search === "" ? { all: true } : { search };
  if (Object.keys(filter).length > 0) range.filter = filter;
  return ids.length > 0 ? { ...range, except: ids } : range;
}
