import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { PublishRequest, UndoRequest, WithdrawRequest } from "@/domain/types";
import { call } from "./client";
import { queryKeys } from "./keys";

/** What a publish would write, where, and what it would leave out: asked anew each time. */
export function usePublishPlan(request: PublishRequest | undefined) {
  return useQuery({
    queryKey: ["publish-plan", request],
    queryFn: () => call("PlanPublish", request as PublishRequest),
    enabled: request !== undefined,
    staleTime: 0,
    gcTime: 0,
  });
}

export function useUndoPlan(request: UndoRequest | undefined) {
  return useQuery({
    queryKey: ["undo-plan", request],
    queryFn: () => call("PlanUndo", request as UndoRequest),
    enabled: request !== undefined,
    staleTime: 0,
    gcTime: 0,
  });
}

function useOutward<A extends { job_id: string }, R>(run: (request: A) => Promise<R>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSuccess: (_, request) => {
      void client.invalidateQueries({ queryKey: queryKeys.job(request.job_id) });
      void client.invalidateQueries({ queryKey: queryKeys.shops });
    },
  });
}

export function usePublish() {
  return useOutward((request: PublishRequest) => call("Publish", request));
}

export function useUndo() {
  return useOutward((request: UndoRequest) => call("Undo", request));
}

/** Takes back what was decided and has not gone out yet; returns how many. */
export function useWithdraw() {
  return useOutward((request: WithdrawRequest) => call("Withdraw", request));
}

/** What waits for a shop, job by job. */
export function useOutbox(shop: string) {
  return useQuery({
    queryKey: queryKeys.outbox(shop),
    queryFn: async () => (await call("ListOutbox", shop)) ?? [],
  });
}

/** Has what waits for a shop tried at once. */
export function useTryOutbox() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (shop: string) => call("TryOutbox", shop),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.shops }),
  });
}
