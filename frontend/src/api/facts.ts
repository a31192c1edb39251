import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { AnswerRequest, FactEdit, ItemAt, WarningKey } from "@/contract";
import { call } from "./client";
import { queryKeys } from "./keys";

/** What is known of a product, row by row; of nothing without a product. */
export function useFactSheet(shop: string, product: string, wanted = true) {
  return useQuery({
    queryKey: queryKeys.facts(shop, product),
    queryFn: () => call("GetFactSheet", shop, product),
    enabled: wanted && product !== "",
  });
}

/** A change of the facts of a product. */
export type FactChange =
  | { kind: "add"; fact: FactEdit }
  | { kind: "correct"; row: string; fact: FactEdit }
  | { kind: "strike"; row: string; why: string }
  | { kind: "restore"; row: string }
  | { kind: "paste"; supplier: string; text: string };

export function useChangeFacts(shop: string, product: string, job: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (change: FactChange) => {
      switch (change.kind) {
        case "add":
          return call("AddProductFact", shop, product, change.fact);
        case "correct":
          return call("CorrectFact", shop, product, change.row, change.fact);
        case "strike":
          return call("StrikeFact", shop, product, change.row, change.why);
        case "restore":
          return call("RestoreFact", shop, product, change.row);
        case "paste":
          await call("PasteFacts", shop, product, change.supplier, change.text);
          return call("GetFactSheet", shop, product);
      }
    },
    onSuccess: (sheet) => {
      client.setQueryData(queryKeys.facts(shop, product), sheet);
      void client.invalidateQueries({ queryKey: queryKeys.job(job) });
    },
  });
}

/** How long counts over a whole job are taken to hold, in milliseconds: a minute. */
const COUNTED = 60_000;

/** How many drafts of a job make each of these claims and can be changed. */
export function useClaimCounts(job: string, claims: WarningKey[]) {
  return useQuery({
    queryKey: [...queryKeys.claimCounts(job), claims],
    queryFn: () => call("CountClaims", job, claims),
    enabled: claims.length > 0,
    staleTime: COUNTED,
  });
}

/** The text that is most like a draft; null if none is. */
export function useClosest({ id, revision }: Pick<ItemAt, "id" | "revision">, wanted: boolean) {
  return useQuery({
    queryKey: queryKeys.closest(id, revision),
    queryFn: () => call("GetClosest", id),
    enabled: wanted,
    staleTime: COUNTED,
  });
}

/** What an answer would do to each draft that makes the claim. */
export function useAnswerPreview(request: AnswerRequest, wanted: boolean) {
  return useQuery({
    queryKey: [...queryKeys.job(request.job_id), "answer", request],
    queryFn: () => call("PreviewAnswer", request),
    placeholderData: keepPreviousData,
    enabled: wanted,
  });
}

function useAnswerMutation<A, R>(job: string, run: (input: A) => Promise<R>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ["claims"] });
      void client.invalidateQueries({ queryKey: ["products"] });
      void client.invalidateQueries({ queryKey: queryKeys.shops });
      // Until the draft on the screen is the answered one, a key would decide about the text before it.
      return client.invalidateQueries({ queryKey: queryKeys.job(job) });
    },
  });
}

/** Answers a claim in exactly these drafts. */
export function useAnswerClaims(job: string) {
  return useAnswerMutation(job, (input: { request: AnswerRequest; drafts: ItemAt[] }) =>
    call("AnswerClaims", input.request, input.drafts),
  );
}

export function useUndoAnswer(job: string) {
  return useAnswerMutation(job, (id: number) => call("UndoAnswer", id));
}
