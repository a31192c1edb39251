import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { OwnText, TypedTexts, UnsavedEdit } from "@/contract";
import { call } from "./client";
import { queryKeys } from "./keys";

/** This page of the window or browser: what is typed in another one is not its own. */
const SEAT = crypto.randomUUID();

/** The draft that is being edited on this page. */
let open: string | undefined;

/** Says which draft is edited here, so that what is typed into it is not offered; undefined for none. */
export function noteEditing(item: string | undefined): void {
  open = item;
}

/** Whether what was kept is being typed at this moment, here. */
const isOpen = (seat: string, item: string) => seat === SEAT && open === item;

/** What was typed into a draft elsewhere and is not saved. */
export function useUnsaved(item: string): UnsavedEdit[] {
  const found = useQuery({
    queryKey: queryKeys.edits(item),
    queryFn: () => call("ListUnsaved", item),
  });
  return (found.data ?? NONE).filter(({ seat }) => !isOpen(seat, item));
}

const NONE: UnsavedEdit[] = [];

/** The drafts with something typed elsewhere, or before, and not saved; the last typed first. */
export function useUnsavedElsewhere() {
  const found = useQuery({
    queryKey: queryKeys.edits(""),
    queryFn: () => call("ListAllUnsaved"),
  });
  return (found.data ?? []).filter(({ seat, item_id }) => !isOpen(seat, item_id));
}

/** The calls about what is typed here: the next one waits, so that a late one does not keep what was saved. */
let before: Promise<unknown> = Promise.resolve();

/** Tells Galley which of two texts was typed later, should they arrive in another order. */
let turns = 0;

function inOrder(next: () => Promise<unknown>, leaving = false): Promise<unknown> {
  // A page that is being closed is gone before an earlier call is answered. The turn
  // tells which of two is later.
  const now = leaving ? next() : before.then(next, next);
  before = Promise.allSettled([before, now]);
  return now;
}

/** Keeps what is typed, so that it outlives this page. One that is being closed waits for nothing. */
export function keepUnsaved(
  item: string,
  revision: number,
  text: string,
  leaving = false,
): Promise<unknown> {
  const turn = ++turns;
  return inOrder(() => call("KeepUnsaved", item, SEAT, turn, revision, text), leaving);
}

/** The product or collection whose texts are edited on this page, with a seat for each time that it is opened. */
interface OpenDesk {
  shop: string;
  id: string;
  seat: string;
}

let openDesk: OpenDesk | undefined;

/** Says whose texts are edited here, so that they are kept and not offered; undefined for none. */
export function noteDesk(desk: { shop: string; id: string } | undefined): void {
  openDesk = desk && { ...desk, seat: crypto.randomUUID() };
}

/** Keeps what is typed in the editor that is open; no texts forget it. Texts that were given up are not kept. */
export function keepTyped(texts: OwnText[], leaving = false): Promise<unknown> {
  return openDesk ? keepOf(openDesk, texts, leaving) : Promise.resolve();
}

function keepOf({ shop, id, seat }: OpenDesk, texts: OwnText[], leaving = false) {
  const turn = ++turns;
  return inOrder(() => call("KeepTyped", shop, id, seat, turn, texts), leaving);
}

/** The person leaves the texts that are edited here without saving: they are not kept. */
export function giveUpTyped(): void {
  const desk = openDesk;
  openDesk = undefined;
  if (desk) void keepOf(desk, []).catch(() => {}); // then it is offered again, and is not lost
}

/** Forgets what another page kept of an editor: it is taken over, or given up. What it kept after that turn stays. */
export function dropTyped(
  shop: string,
  id: string,
  { seat, turn }: Pick<TypedTexts, "seat" | "turn">,
): Promise<unknown> {
  return inOrder(() => call("KeepTyped", shop, id, seat, turn, []));
}

/** What was typed in the editor of a product or collection elsewhere, or before, and is not saved. */
export function useTyped(shop: string, id: string): TypedTexts[] {
  const found = useQuery({
    queryKey: queryKeys.typed(shop, id),
    queryFn: () => call("ListTyped", shop, id),
  });
  return useMemo(
    () => (found.data ?? []).filter(({ seat }) => seat !== openDesk?.seat),
    [found.data],
  );
}

/** The editors with something typed elsewhere, or before, and not saved; the last typed first. */
export function useTypedElsewhere() {
  const found = useQuery({
    queryKey: queryKeys.typed("", ""),
    queryFn: () => call("ListAllTyped"),
  });
  return (found.data ?? []).filter(({ seat }) => seat !== openDesk?.seat);
}

/** Forgets what this page kept of a draft: it is saved, or given up. */
export function dropUnsaved(item: string): Promise<unknown> {
  const turn = ++turns;
  return inOrder(() => call("DropUnsaved", item, SEAT, turn));
}

/** Forgets what another page kept of a draft: it is taken over, or given up. What it kept after that turn stays. */
export function dropUnsavedOf(
  item: string,
  { seat, turn }: Pick<UnsavedEdit, "seat" | "turn">,
): Promise<unknown> {
  return inOrder(() => call("DropUnsaved", item, seat, turn));
}
