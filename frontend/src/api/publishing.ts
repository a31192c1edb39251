import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { PublishRequest, UndoRequest } from "@/domain/types";
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
  return useOutward((request: { job_id: string }) => call("WithdrawJob", request.job_id));
}
