import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import type {
  Decision,
  Item,
  ItemAt,
  ItemFilter,
  ItemOrder,
  ItemSelection,
  ReviewTab,
  SeenChange,
  SelectedItem,
  WarningKey,
} from "@/contract";
import { call, list } from "./client";
import { takeOut } from "./inbox";
import { queryKeys } from "./keys";
import { useNarrowing } from "./narrowing";
import { useWindowed, type Windowed } from "./windowed";

/** A job's items under a filter and a search; without an order in the job's own. */
export function useItemList(
  job: string,
  filter: ItemFilter,
  search: string,
  order: ItemOrder = "",
  tab: ReviewTab = "",
): Windowed<Item> {
  const narrowing = useNarrowing();
  const key = useMemo(
    () => queryKeys.itemList(job, filter, search, order, tab, narrowing),
    [job, filter, search, order, tab, narrowing],
  );
  const fetchPage = useCallback(
    async (offset: number, limit: number, signal: AbortSignal) => {
      const query = { job_id: job, filter, search, order, tab, ...narrowing, offset, limit };
      const page = await list("items", query, signal);
      return { total: page.total, asOf: page.as_of, rows: page.items ?? [] };
    },
    [job, filter, search, order, tab, narrowing],
  );
  return useWindowed(key, fetchPage);
}

/** How many failures are read, to be named. */
const SOME = 50;

/** The items of a job that could not be published, from the first failures on. */
export function usePublishFailures(job: string) {
  return useQuery({
    queryKey: [...queryKeys.itemList(job, "failed", ""), "named"],
    queryFn: async () => {
      const query = {
        job_id: job,
        filter: "failed" as const,
        search: "",
        tab: "" as const,
        order: "" as const,
        offset: 0,
        limit: SOME,
      };
      const page = await list("items", query);
      return (page.items ?? []).filter((item) => item.publish_state === "failed");
    },
  });
}

/** A draft with everything needed to judge it. */
export function useProof(job: string, item: string) {
  return useQuery({
    queryKey: queryKeys.proof(job, item),
    queryFn: () => call("GetProof", item),
    placeholderData: keepPreviousData,
  });
}

function useItemMutation<A, R>(job: string, run: (input: A) => Promise<R>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: queryKeys.job(job) });
      void client.invalidateQueries({ queryKey: queryKeys.shops });
    },
  });
}

export interface Edit {
  item: string;
  /** The revision that was edited: if another one was saved since, the edit is refused. */
  revision: number;
  content: string;
  /** For a published text that changed on the shop: the change that the person saw. */
  from?: SeenChange | undefined;
}

export function useEditItem(job: string) {
  return useItemMutation(job, (edit: Edit) =>
    edit.from
      ? call("EditChanged", edit.item, edit.from, edit.content)
      : call("EditItem", edit.item, edit.revision, edit.content),
  );
}

const decisions = {
  approved: "ApproveItems",
  rejected: "RejectItems",
  open: "ReopenItems",
} as const satisfies Record<Decision, string>;

export function useDecide(job: string) {
  const client = useQueryClient();
  return useItemMutation(job, (choice: { items: ItemAt[]; decision: Decision }) => {
    if (choice.decision !== "open") takeOut(client, job, choice.items);
    return call(decisions[choice.decision], choice.items).catch((error: unknown) => {
      void client.invalidateQueries({ queryKey: queryKeys.job(job) });
      void client.invalidateQueries({ queryKey: queryKeys.shops });
      throw error;
    });
  });
}

/** Decides about everything in a list, but what changed since it was drawn. */
export function useDecideSelected(job: string) {
  return useItemMutation(job, (choice: { selection: ItemSelection; decision: Decision }) =>
    call("DecideSelected", choice.selection, choice.decision),
  );
}

/** An answer to a note: take the sentence out, write the right words, put back what is lost, keep it, or add a fact. */
type NoteAnswer =
  | {
      kind: "takeOut" | "writeRight" | "putBackFact";
      item: string;
      revision: number;
      warning: WarningKey;
    }
  | { kind: "putBackBlock"; item: string; revision: number; block: number }
  | { kind: "keep"; item: string; revision: number; warning: WarningKey; keep: boolean }
  | { kind: "fact"; item: string; revision: number; fact: string };

export function useAnswerNote(job: string) {
  return useItemMutation(job, (answer: NoteAnswer) => {
    switch (answer.kind) {
      case "takeOut":
        return call("TakeOut", answer.item, answer.revision, answer.warning);
      case "writeRight":
        return call("WriteRight", answer.item, answer.revision, answer.warning);
      case "putBackFact":
        return call("PutBackFact", answer.item, answer.revision, answer.warning);
      case "putBackBlock":
        return call("PutBackBlock", answer.item, answer.revision, answer.block);
      case "keep":
        return call("KeepWarning", answer.item, answer.revision, answer.warning, answer.keep);
      case "fact":
        return call("AddFact", answer.item, answer.revision, answer.fact);
    }
  });
}

/** The items of a selection that take its action now, each as it is now. */
export async function selectItems(selection: ItemSelection) {
  const { total, changed, items } = await call("SelectItems", selection);
  return { total, changed, items: items ?? [] };
}

/** How many items of a selection take its action now. */
export function countSelected(selection: ItemSelection) {
  return call("CountSelected", selection);
}

/**
 * The items of a list that are in conflict; n is how many the job has at most. With `asOf`, without those that changed
 * since that moment.
 */
export function useConflicts(
  job: string,
  filter: ItemFilter,
  search: string,
  n: number,
  asOf = 0,
): SelectedItem[] {
  const narrowing = useNarrowing();
  const found = useQuery({
    queryKey: [...queryKeys.itemList(job, filter, search, "", "", narrowing), "conflicts", n, asOf],
    enabled: n > 0,
    queryFn: async () => {
      const action = "overwrite" as const;
      const of = { job_id: job, filter, search, ...narrowing, except: [], action, as_of: asOf };
      return (await selectItems(of)).items;
    },
    placeholderData: keepPreviousData,
  });
  return n > 0 ? (found.data ?? NONE) : NONE;
}

const NONE: SelectedItem[] = [];

/** Queues drafts to be written again; they stay as they are until another one is saved. */
export function useRegenerate(job: string) {
  return useItemMutation(job, (request: { drafts: ItemAt[]; note: string }) =>
    call("RegenerateItems", request.drafts, request.note),
  );
}

/** The same for everything in a list, but what changed since it was drawn. */
export function useRegenerateSelected(job: string) {
  return useItemMutation(job, (request: { selection: ItemSelection; note: string }) =>
    call("RegenerateSelected", request.selection, request.note),
  );
}

/** Notes to choose from: those that were given last, and those of the shop's profile. */
export function useRewriteNotes(shop: string) {
  return useQuery({
    queryKey: queryKeys.rewriteNotes(shop),
    queryFn: () => call("GetNotes", shop),
  });
}

/** Keeps drafts that were to be written again: none is replaced any more once it has returned. */
export function useCancelRegenerate(job: string) {
  return useItemMutation(job, (items: string[]) => call("CancelRegenerate", items));
}
