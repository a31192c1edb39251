import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Mend, StepKind, UnsavedEdit, WarningKey } from "@/contract";
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

/** What the checks say of a text that is being typed; the answer before it stays until the next comes. */
export function useJudged(job: string, item: string, text: string | undefined, kept: WarningKey[]) {
  return useQuery({
    queryKey: [...queryKeys.proof(job, item), "judged", text ?? "", kept],
    queryFn: () => call("JudgeText", item, text ?? "", kept),
    enabled: text !== undefined,
    placeholderData: keepPreviousData,
    gcTime: 1000,
  });
}

/** Answers a warning of a text that is being typed: the text after it. */
export function mendText(item: string, text: string, mend: Mend): Promise<string> {
  return call("MendText", item, text, mend);
}

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

/** The last call about what is typed here: the next one waits, so that a late one does not keep what was saved. */
let before: Promise<unknown> = Promise.resolve();

function inOrder(next: () => Promise<unknown>): Promise<unknown> {
  const now = before.then(next, next);
  before = now.catch(() => {});
  return now;
}

/** Keeps what is typed, so that it outlives this page. */
export function keepUnsaved(item: string, revision: number, text: string): Promise<unknown> {
  return inOrder(() => call("KeepUnsaved", item, SEAT, revision, text));
}

/** Forgets what was kept of a page: of this one, unless another is named. */
export function dropUnsaved(item: string, seat: string = SEAT): Promise<unknown> {
  return inOrder(() => call("DropUnsaved", item, seat));
}

/** The edit or answer that left a draft at a revision, to be undone; undefined where it cannot be. */
export async function stepThatLeft(
  draft: { id: string; revision: number },
  kind: StepKind,
): Promise<number | undefined> {
  try {
    return await call("StepThatLeft", { id: draft.id, revision: draft.revision }, kind);
  } catch {
    return undefined;
  }
}

/** Undoes or redoes steps, and makes all that shows drafts ask again. */
export function useMoveSteps() {
  const client = useQueryClient();
  return async (steps: number[], undo: boolean) => {
    try {
      return await Promise.all(steps.map((id) => call(undo ? "UndoStep" : "RedoStep", id)));
    } finally {
      void client.invalidateQueries({ queryKey: ["job"] });
      void client.invalidateQueries({ queryKey: ["claims"] });
      void client.invalidateQueries({ queryKey: queryKeys.shops });
    }
  };
}
