import { useEffect, useRef } from "react";
import { isNarrowed, useItemList, useNarrowing } from "@/api";
import type { Item, ItemFilter } from "@/contract";
import { isOpenDraft, nextTaking } from "@/flows/nextTaking";

interface Options {
  job: string;
  item: string;
  position: number;
  filter: ItemFilter;
  search: string;
  onShow: (position: number) => void;
}

export interface Neighbours {
  /** The position in the filtered list, from 0; undefined if the item is not in it (any more). */
  index: number | undefined;
  total: number | undefined;
  previous: (() => void) | undefined;
  next: (() => void) | undefined;
  /** To the next draft that nobody has decided, passing over what cannot be; without one `none` is called. */
  onward(none?: () => void): void;
  /** On from a draft that is being decided, unless that fails: `saved` says whether it was saved. */
  decided(saved: Promise<boolean>): void;
  /** The draft on the screen was sent to the shop: what is read one after the other goes on from it. */
  sent(): void;
  /** To a draft whose decision or edit was undone, if it belongs to what is read. */
  backTo(item: string): void;
  /** Another item was requested, and this one stays on screen until it arrives. */
  leaving(): boolean;
}

/**
 * The items before and after in the list that the preview was opened from. An item that left the
 * list (published under "unpublished", say) keeps its place: next is what took it.
 */
export function useNeighbours({
  job,
  item,
  position,
  filter,
  search,
  onShow,
}: Options): Neighbours {
  const list = useItemList(job, filter, search);
  const { rowAt, rows, show, total } = list;
  const narrowing = useNarrowing();
  const whole = filter === "all" && search === "" && !isNarrowed(narrowing);
  const place = useRef(whole ? position - 1 : 0);
  const index = indexOf(item, place.current, total ?? 0, rowAt);
  if (index !== undefined) place.current = index;

  const at = place.current;
  useEffect(() => show(Math.max(0, at - 1), at + 1), [show, at]);
  const leaving = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the item that was asked for is on the screen
  useEffect(() => {
    leaving.current = false;
  }, [item]);
  const go = async (to: number) => {
    leaving.current = true;
    try {
      const [found] = await rows(to, to);
      if (found && found.id !== item) return onShow(found.position);
    } catch {
      // The list reports the error.
    }
    leaving.current = false;
  };
  const after = index === undefined ? at : at + 1;
  const onward = async (none?: () => void) => {
    leaving.current = true;
    try {
      // The list is in the order of the positions. Where it has not come, or is too long to find the item in it, that
      // is what says which drafts come after it.
      const isNext = (one: Item) => isOpenDraft(one) && one.position > position;
      const found = await nextTaking(list, after, isNext);
      if (found) return onShow(found.position);
      none?.();
    } catch {
      // The list reports the error.
    }
    leaving.current = false;
  };
  return {
    index,
    total,
    previous: at > 0 ? () => void go(at - 1) : undefined,
    next: total !== undefined && after < total ? () => void go(after) : undefined,
    onward: (none) => void onward(none),
    decided: async (saved) => {
      leaving.current = true;
      if (await saved) return onward();
      leaving.current = false;
    },
    sent: () => {},
    backTo: (to) => {
      const [of, at] = to.split("/");
      if (of === job) onShow(Number(at));
    },
    leaving: () => leaving.current,
  };
}

/** How far around its last place an item is looked for. */
const NEAR = 300;

function indexOf(
  id: string,
  around: number,
  total: number,
  rowAt: (index: number) => Item | undefined,
): number | undefined {
  for (let by = 0; by < Math.min(NEAR, total + around + 1); by++) {
    if (rowAt(around + by)?.id === id) return around + by;
    if (around >= by && rowAt(around - by)?.id === id) return around - by;
  }
  return undefined;
}
