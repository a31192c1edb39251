import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type {
  CollectionDesk,
  Desk,
  ItemAt,
  OwnText,
  PublishRequest,
  PublishScope,
  SeenChange,
  TextEdit,
  UndoRequest,
  WithdrawRequest,
} from "@/contract";
import { call } from "./client";
import { queryKeys } from "./keys";
import { ASKED_ONCE } from "./plan";

/** What a publish would write, where, and what it would leave out. */
export function usePublishPlan(request: PublishRequest) {
  return useQuery({
    queryKey: ["publish-plan", request],
    queryFn: () => call("PlanPublish", request),
    ...ASKED_ONCE,
  });
}

/** The same for a scope of a job. What was planned before stays on screen until the next plan is there. */
export function useScopePlan(job: string, scope: PublishScope) {
  return useQuery({
    queryKey: ["publish-plan", job, scope],
    queryFn: () =>
      call("PlanPublish", {
        job_id: job,
        items: [],
        only_approved: false,
        overwrite: false,
        scope,
      }),
    ...ASKED_ONCE,
    placeholderData: keepPreviousData,
  });
}

export function useUndoPlan(request: UndoRequest) {
  return useQuery({
    queryKey: ["undo-plan", request],
    queryFn: () => call("PlanUndo", request),
    ...ASKED_ONCE,
  });
}

/** Which published text would be published again, and which text of the shop it would replace. */
export function usePutBackPlan(seen: SeenChange) {
  return useQuery({
    queryKey: ["put-back-plan", seen],
    queryFn: () => call("PlanPutBack", seen),
    ...ASKED_ONCE,
  });
}

/** Confirms a plan to put a text back. */
export function usePutBack() {
  return useOutward((plan: string) => call("PutBack", plan));
}

/** Accepts the shop's text in place of a published one. */
export function useTakeOver() {
  return useOutward((seen: SeenChange) => call("TakeOver", seen));
}

/** Everything that a write to the shop can change is read again. */
function useOutward<A, R>(run: (input: A) => Promise<R>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSuccess: () => {
      for (const key of ["job", "jobs", "products", "activity", "shops"]) {
        void client.invalidateQueries({ queryKey: [key] });
      }
    },
  });
}

/** Confirms a plan to publish; the answer names what changed since. */
export function usePublish() {
  return useOutward((plan: string) => call("Publish", plan));
}

/** Confirms a plan to undo. */
export function useUndo() {
  return useOutward((plan: string) => call("Undo", plan));
}

interface Retried {
  job: string;
  items: ItemAt[];
  /** The number on the button, if it names no items: if it has changed, nothing is retried. */
  said?: number;
}

/** Writes, or publishes, failed items again: those named, or all of the job. */
export function useRetry() {
  return useOutward(async ({ job, items, said }: Retried) => {
    const { plan, count, changed } = await call("PlanRetry", { job_id: job, items });
    if (said !== undefined && said !== count) return { count: 0, left: [], failed: count };
    const done = await call("Retry", plan);
    return { count: done.count, left: [...(changed ?? []), ...(done.left ?? [])] };
  });
}

/** Saves texts of a product or collection to the shop, exactly as shown; the answer names what was left out. */
export function useSaveTexts(shop: string, id: string) {
  return useOutward(async ({ edits, over }: { edits: TextEdit[]; over: OwnText[] }) => {
    if (over.length > 0) await call("SaveTextDrafts", shop, id, over);
    const { plan } = await call("PlanSave", shop, id, edits);
    return call("SaveProduct", plan);
  });
}

/** Keeps texts of the editor in the data file. Nothing is sent. */
export function useSaveTextDrafts(shop: string, of: { id: string; handle: string }) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (texts: OwnText[]) => call("SaveTextDrafts", shop, of.id, texts),
    onSuccess: (own) => {
      const shown = <D extends Desk | CollectionDesk>(desk: D | undefined) =>
        desk && { ...desk, own };
      for (const key of [of.id, of.handle]) {
        client.setQueryData<Desk>(queryKeys.desk(shop, key), shown);
        client.setQueryData<CollectionDesk>(queryKeys.collectionDesk(shop, key), shown);
      }
    },
  });
}

/** The job's last confirmed publication, and its progress. */
export function useLatestRun(job: string) {
  return useQuery({
    queryKey: [...queryKeys.job(job), "run"],
    queryFn: () => call("LatestRun", job),
  });
}

/** Withdraws what is queued and not sent yet; returns how many. */
export function useWithdraw() {
  return useOutward((request: WithdrawRequest) => call("Withdraw", request));
}

/** What is queued for a shop, by job. */
export function useOutbox(shop: string) {
  return useQuery({
    queryKey: queryKeys.outbox(shop),
    queryFn: async () => (await call("ListOutbox", shop)) ?? [],
  });
}

/** Tries a shop's outbox at once. */
export function useTryOutbox() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (shop: string) => call("TryOutbox", shop),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.shops }),
  });
}

/** Notes that a person was shown drafts as a whole. What fails is not shown: they count as not opened then. */
export function useMarkOpened() {
  return useMutation({ mutationFn: (drafts: ItemAt[]) => call("OpenedDrafts", drafts) });
}
