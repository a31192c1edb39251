import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { call } from "./client";
import { queryKeys } from "./keys";

/** The groups of a job's drafts that are too much alike. */
export function useAlike(job: string) {
  return useQuery({ queryKey: queryKeys.alike(job), queryFn: () => call("GetAlike", job) });
}

/** Groups of texts that the shop has now in the other fields of a job's products. */
export function useLiveAlike(shop: string, job: string) {
  return useQuery({
    queryKey: queryKeys.liveAlike(shop, job),
    queryFn: async () => (await call("ListLiveAlike", job)) ?? [],
  });
}

function useGroupMutation<A, R>(shop: string, job: string, run: (input: A) => Promise<R>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: queryKeys.job(job) });
      void client.invalidateQueries({ queryKey: queryKeys.liveAlike(shop, job) });
      void client.invalidateQueries({ queryKey: queryKeys.shops });
    },
  });
}

/** Remembers that groups are as they should be, for exactly their texts. */
export function useKeepAlike(shop: string, job: string) {
  return useGroupMutation(shop, job, (groups: string[]) => call("KeepAlike", job, groups));
}

/** Takes back that a group is kept. */
export function useReopenAlike(shop: string, job: string) {
  return useGroupMutation(shop, job, (group: string) => call("ReopenAlike", job, group));
}

/** Queues the drafts of groups to be written again, unlike the others of their group. */
export function useRegenerateAlike(shop: string, job: string) {
  return useGroupMutation(shop, job, (groups: string[]) => call("RegenerateAlike", job, groups));
}

/** What writing groups again would do and cost. */
export function useAlikeEstimate(job: string, groups: string[]) {
  return useQuery({
    queryKey: [...queryKeys.alike(job), "estimate", groups],
    queryFn: () => call("EstimateAlike", job, groups),
    enabled: groups.length > 0,
    placeholderData: keepPreviousData,
  });
}
