import {
  queryOptions,
  useIsMutating,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import type { Connection, HeldRequest, Plan } from "@/contract";
import { call } from "./client";
import { base64Of } from "./files";
import { queryKeys } from "./keys";
import { ASKED_ONCE } from "./plan";

/** All shops, for hooks and for the router. */
export const shopsQuery = queryOptions({
  queryKey: queryKeys.shops,
  queryFn: async () => (await call("ListShops")) ?? [],
});

export function useShops() {
  return useQuery(shopsQuery);
}

/** While a shop is synced, all shops are asked for so often: a process that is killed announces no end of its sync. */
const WHILE_SYNCING_MS = 10_000;

/** The same for the frame of the pages, which keeps them current while a shop is synced. */
export function usePolledShops() {
  return useQuery({
    ...shopsQuery,
    refetchInterval: ({ state }) => state.data?.some(({ sync }) => sync) && WHILE_SYNCING_MS,
  });
}

export function useShop(id: string | undefined) {
  const shops = useShops();
  return shops.data?.find((shop) => shop.id === id);
}

function useShopMutation<A, R>(run: (input: A) => Promise<R>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.shops }),
  });
}

export function useAddDemoShop() {
  return useShopMutation(() => call("AddDemoShop"));
}

/** Connects a shop, or replaces its sign-in: with a token, or with an app's client ID and secret. */
export function useAddShopifyShop() {
  return useShopMutation((connection: Connection) => call("AddShopifyShop", connection));
}

/** Prepares the sign-in on the shop's own page; returns its address. */
export function useBeginSignIn() {
  return useMutation({
    mutationFn: (connection: Connection) => call("BeginSignIn", connection),
  });
}

/** Waits until someone has agreed on the shop's page, and connects the shop. */
export function useFinishSignIn() {
  return useShopMutation((id: string) => call("FinishSignIn", id));
}

/** Cancels that wait. */
export function useCancelSignIn() {
  return useMutation({ mutationFn: (id: string) => call("CancelSignIn", id) });
}

/** A product file with what a person decides about it. */
export interface ChosenFile {
  file: File;
  /** Of the shop; "" is the name of the file. */
  name: string;
  /** How the file writes characters; "" finds out. */
  encoding: string;
}

/** What a product file is; nothing is kept. */
export function useExamineFile(chosen: File | undefined, encoding: string) {
  return useQuery({
    queryKey: ["product file", chosen?.name, chosen?.size, chosen?.lastModified, encoding],
    queryFn: async () => {
      const file = chosen as File;
      return call("ExamineFile", { file: file.name, name: "", encoding }, await base64Of(file));
    },
    enabled: chosen !== undefined,
    ...ASKED_ONCE,
  });
}

/** Opens a product file as a shop. */
export function useAddFileShop() {
  return useShopMutation(async ({ file, name, encoding }: ChosenFile) =>
    call("AddFileShop", { file: file.name, name, encoding }, await base64Of(file)),
  );
}

/** Saves the shop's plan. */
export function useSetPlan() {
  return useShopMutation(({ shop, plan }: { shop: string; plan: Plan }) =>
    call("SetPlan", shop, plan),
  );
}

/** Replaces the facts noted for all products of a shop. */
export function useSetFacts() {
  return useShopMutation(({ shop, facts }: { shop: string; facts: string }) =>
    call("SetFacts", shop, facts),
  );
}

/** Gives a shop another name in Galley. */
export function useRenameShop() {
  return useShopMutation(({ shop, name }: { shop: string; name: string }) =>
    call("RenameShop", shop, name),
  );
}

/** A newer export of a shop, whose encoding is found out. */
const newer = (file: File) => ({ file: file.name, name: "", encoding: "" });

/** What it does to a file shop if a newer export takes the place of its file. */
export function usePreviewReplacement() {
  return useMutation({
    mutationFn: async ({ shop, file }: { shop: string; file: File }) =>
      call("PreviewReplacement", shop, newer(file), await base64Of(file)),
  });
}

/** Has a newer export take the place of a file shop's file, as the preview with that plan said. */
export function useReplaceFile(shop: string) {
  return useShopMutation(async ({ file, plan }: { file: File; plan: string }) =>
    call("ReplaceFile", shop, newer(file), await base64Of(file), plan),
  );
}

export function useCheckShop() {
  return useMutation({ mutationFn: (shop: string) => call("CheckShop", shop) });
}

export function useRemoveShop() {
  return useShopMutation((shop: string) => call("RemoveShop", shop));
}

/** Syncs the shop's catalogue: what changed where that is enough, or everything. */
export function useSyncShop(shop: string) {
  const client = useQueryClient();
  return useMutation({
    mutationKey: ["sync", shop],
    mutationFn: (extent: "changes" | "everything") =>
      call(extent === "everything" ? "SyncShopWhole" : "SyncShop", shop),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: queryKeys.shops });
      void client.invalidateQueries({ queryKey: queryKeys.products(shop) });
    },
  });
}

/** Stops the sync of a shop, and what the shop does for it. */
export function useStopSync(shop: string) {
  return useShopMutation(() => call("StopSync", shop));
}

/** The products that the last sync did not find on the shop. */
export function useRemovals(shop: string) {
  return useQuery({
    queryKey: queryKeys.removals(shop),
    queryFn: () => call("ListRemovals", shop),
  });
}

/** Syncs the shop's catalogue again, and removes the products of that plan that it still lacks. */
export function useAcceptRemovals(shop: string) {
  const client = useQueryClient();
  return useMutation({
    mutationKey: ["sync", shop],
    mutationFn: (plan: string) => call("AcceptRemovals", shop, plan),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: queryKeys.shops });
      void client.invalidateQueries({ queryKey: queryKeys.products(shop) });
    },
  });
}

/** The copies of the data file, newest first. */
export function useCopies() {
  return useQuery({
    queryKey: queryKeys.copies,
    queryFn: async () => (await call("ListCopies")) ?? [],
  });
}

/** What is held since the data file was restored. */
export function useHeld() {
  return useQuery({ queryKey: queryKeys.held, queryFn: () => call("GetHeld") });
}

/** What publishing, or withdrawing, the held work of a shop and job would include. */
export function useHeldPlan(request: HeldRequest, release: boolean) {
  return useQuery({
    queryKey: ["held-plan", request, release],
    queryFn: () => call(release ? "PlanRelease" : "PlanWithdraw", request),
    ...ASKED_ONCE,
  });
}

/** Confirms a plan to publish held work, or to withdraw it. */
export function useSettleHeld() {
  return useShopMutation(({ plan, release }: { plan: string; release: boolean }) =>
    call(release ? "ReleaseHeld" : "WithdrawHeld", plan),
  );
}

/** Whether the shop's catalogue is being synced, by any process. */
export function useSyncing(shop: string): boolean {
  const here = useIsMutating({ mutationKey: ["sync", shop] }) > 0;
  const anywhere = useShop(shop)?.sync ?? null;
  return here || anywhere !== null;
}
