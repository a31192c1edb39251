/**
 * The selection in a list that may be too long to hold: either the ids, or everything but the ids. A selection is a
 * value; each change returns a new one.
 */
export interface Selection {
  readonly all: boolean;
  readonly ids: ReadonlySet<string>;
}

export const nothing: Selection = { all: false, ids: new Set() };
export const everything: Selection = { all: true, ids: new Set() };

export function isSelected(selection: Selection, id: string): boolean {
  return selection.ids.has(id) !== selection.all;
}

/** How many of `total` rows are selected. */
export function selectedCount(selection: Selection, total: number): number {
  return selection.all ? Math.max(0, total - selection.ids.size) : selection.ids.size;
}

export function toggle(selection: Selection, id: string): Selection {
  return set(selection, [id], !isSelected(selection, id));
}

/** Selects (or deselects) each of the ids. */
export function set(selection: Selection, ids: Iterable<string>, chosen: boolean): Selection {
  const next = new Set(selection.ids);
  for (const id of ids) {
    if (chosen !== selection.all) next.add(id);
    else next.delete(id);
  }
  return { all: selection.all, ids: next };
}

export function isEmpty(selection: Selection, total: number): boolean {
  return selectedCount(selection, total) === 0;
}
