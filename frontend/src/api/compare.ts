import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ComparisonChoice, ComparisonSpec, Job, SideAgain } from "@/contract";
import { call } from "./client";
import { useJob } from "./jobs";
import { queryKeys } from "./keys";

/** Two samples side by side, by the id of either; read again as either is written. */
export function useComparison(job: string) {
  const one = useJob(job).data;
  const other = useJob(one?.compared_with || job).data;
  const written = [one, other].map((side) => side && [side.id, side.state, side.progress.done]);
  return useQuery({
    queryKey: [...queryKeys.comparison(job), written],
    queryFn: () => call("GetComparison", job),
    placeholderData: keepPreviousData,
  });
}

/** Has the same products written twice. */
export function useCompareJobs() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (spec: ComparisonSpec) => call("CompareJobs", spec),
    onSuccess: () => client.invalidateQueries({ queryKey: ["jobs"] }),
  });
}

/** Has one side of a comparison written again. */
export function useWriteSideAgain() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (again: SideAgain) => call("WriteSideAgain", again),
    onSuccess: () => client.invalidateQueries({ queryKey: ["jobs"] }),
  });
}

/** Ends a comparison with the kept drafts. */
export function useChooseDrafts() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (choice: ComparisonChoice) => call("ChooseDrafts", choice),
    onSuccess: (job: Job) => {
      client.setQueryData(queryKeys.jobHead(job.id), job);
      void client.invalidateQueries({ queryKey: ["jobs"] });
    },
  });
}
