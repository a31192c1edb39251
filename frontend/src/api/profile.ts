import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Field, Profile } from "@/contract";
import { call } from "./client";
import { queryKeys } from "./keys";

/** How a shop speaks. */
export function useProfile(shop: string) {
  return useQuery({
    queryKey: queryKeys.profile(shop),
    queryFn: () => call("GetProfile", shop),
  });
}

/** Fetches the profile of another shop, to be taken over. */
export function useFetchProfile() {
  return useMutation({ mutationFn: (shop: string) => call("GetProfile", shop) });
}

/** How long the stable part of the shop's prompts is, and how much of it was cached. */
export function usePrefix(shop: string) {
  return useQuery({ queryKey: queryKeys.prefix(shop), queryFn: () => call("GetPrefix", shop) });
}

function useProfileMutation<A>(shop: string, run: (input: A) => Promise<Profile>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSuccess: (saved) => {
      client.setQueryData(queryKeys.profile(shop), saved);
      void client.invalidateQueries({ queryKey: queryKeys.prefix(shop) });
      return client.invalidateQueries({ queryKey: ["estimate"] });
    },
  });
}

/** Saves how a shop speaks, for jobs that are made from now on. */
export function useSaveProfile(shop: string) {
  return useProfileMutation(shop, (profile: Profile) => call("SaveProfile", shop, profile));
}

/** Marks the text that the shop has in a field as good. */
export function useMarkOnShop(shop: string) {
  return useProfileMutation(shop, ({ field, handle }: { field: Field; handle: string }) =>
    call("MarkOnShop", shop, field, handle),
  );
}

/** Marks the text of a draft as good, or takes the mark back. */
export function useMarkGood(shop: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, revision, good }: { id: string; revision: number; good: boolean }) =>
      call("MarkGood", id, revision, good),
    onSuccess: (saved) => client.setQueryData(queryKeys.profile(shop), saved),
    onSettled: (_saved, _error, { id }) => {
      // also where it failed: another window may have marked the text or taken the mark back
      const job = id.split("/")[0] ?? "";
      return Promise.all([
        client.invalidateQueries({ queryKey: queryKeys.proof(job, id) }),
        client.invalidateQueries({ queryKey: queryKeys.prefix(shop) }),
        client.invalidateQueries({ queryKey: ["estimate"] }),
      ]);
    },
  });
}

/** What having a profile proposed would cost. */
export function useLearnEstimate(shop: string) {
  return useQuery({
    queryKey: ["estimate", "learn", shop],
    queryFn: () => call("EstimateLearn", shop),
    gcTime: 0,
    retry: false,
  });
}

/** Has the model propose a profile; nothing is saved. */
export function useLearnProfile(shop: string) {
  return useMutation({ mutationFn: () => call("LearnProfile", shop) });
}
