import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ItemAt, NewText, PasteRequest, ReplaceRequest } from "@/contract";
import { call } from "./client";
import { queryKeys } from "./keys";

/** How long the texts of a job are to be, and how many drafts are not. */
export function useLengths(job: string) {
  return useQuery({
    queryKey: queryKeys.lengths(job),
    queryFn: () => call("GetLengths", job),
    placeholderData: keepPreviousData,
  });
}

/** What replacing words would do to each draft that has them. */
export function useReplacePreview(request: ReplaceRequest, wanted: boolean) {
  return useQuery({
    queryKey: [...queryKeys.job(request.job_id), "replace", request],
    queryFn: () => call("PreviewReplace", request),
    placeholderData: keepPreviousData,
    enabled: wanted,
  });
}

/** What the cells that a spreadsheet copied would make of drafts. */
export function usePastePreview(request: PasteRequest) {
  return useQuery({
    queryKey: [...queryKeys.job(request.job_id), "paste", request],
    queryFn: () => call("PreviewPaste", request),
    placeholderData: keepPreviousData,
  });
}

function useManyEdits<A, R>(job: string, run: (input: A) => Promise<R>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: queryKeys.job(job) });
      void client.invalidateQueries({ queryKey: queryKeys.shops });
    },
  });
}

/** Replaces words in exactly these drafts. */
export function useReplace(job: string) {
  return useManyEdits(job, (input: { request: ReplaceRequest; drafts: ItemAt[] }) =>
    call("ReplaceInDrafts", input.request, input.drafts),
  );
}

/** Saves a person's texts for many drafts at once. */
export function useEditDrafts(job: string) {
  return useManyEdits(job, (texts: NewText[]) => call("EditDrafts", job, texts));
}
