import type { Windowed } from "@/api";
import type { Item } from "@/contract";

/** Rows looked through at once. */
const STEP = 100;

/** The first row of a list, from one on, that the rule holds for; undefined if there is none. The list may still load. */
export async function nextTaking(
  list: Pick<Windowed<Item>, "rows" | "total">,
  from: number,
  holds: (item: Item) => boolean,
): Promise<Item | undefined> {
  const total = list.total ?? Number.POSITIVE_INFINITY;
  for (let first = from; first < total; first += STEP) {
    const rows = await list.rows(first, Math.min(first + STEP, total) - 1);
    const found = rows.find(holds);
    if (found) return found;
    if (list.total === undefined && rows.length < STEP) return undefined;
  }
  return undefined;
}

/** A draft that a person can decide about, and nobody has. */
export function isOpenDraft(item: Item): boolean {
  return item.can.decide && item.decision === "open";
}
