import {
  keepPreviousData,
  useMutation,
  useQueries,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import type { Job, JobSpec } from "@/contract";
import { call } from "./client";
import { queryKeys } from "./keys";

/** A shop's jobs, newest first. */
export function useJobs(shop: string) {
  return useQuery({
    ...jobsQuery(shop),
    enabled: shop !== "",
  });
}

const jobsQuery = (shop: string) => ({
  queryKey: queryKeys.jobs(shop),
  queryFn: async () => (await call("ListJobs", shop)) ?? [],
});

/** The jobs of several shops together. */
export function useJobsOf(shops: string[]): Job[] {
  return useQueries({ queries: shops.map(jobsQuery), combine: together });
}

function together(results: { data: Job[] | undefined }[]): Job[] {
  return results.flatMap((result) => result.data ?? []);
}

export function useJob(job: string) {
  return useQuery({ queryKey: queryKeys.jobHead(job), queryFn: () => call("GetJob", job) });
}

/** What a job would do. Keeps the last estimate on screen while the next one is computed. */
export function useEstimate(spec: JobSpec) {
  return useQuery({
    queryKey: ["estimate", spec],
    queryFn: () => call("EstimateJob", spec),
    placeholderData: keepPreviousData,
    staleTime: 10_000,
    gcTime: 30_000,
  });
}

export function useCreateJob() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (spec: JobSpec) => call("CreateJob", spec),
    onSuccess: (job) => client.invalidateQueries({ queryKey: queryKeys.jobs(job.shop_id) }),
  });
}

export type JobMove = "PauseJob" | "ResumeJob" | "CancelJob" | "WriteJobNow";

export function useMoveJob() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ job, to }: { job: string; to: JobMove }) => call(to, job),
    onSuccess: (_, { job }) => {
      void client.invalidateQueries({ queryKey: queryKeys.job(job) });
      void client.invalidateQueries({ queryKey: ["jobs"] });
    },
  });
}

/** What writing the rest of a sample would take. */
export function useRestEstimate(job: string) {
  return useQuery({
    queryKey: ["estimate", "rest", job],
    queryFn: () => call("EstimateRest", job),
    staleTime: 10_000,
  });
}

/** Has the rest of a sample written. */
export function useContinueJob(job: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => call("ContinueJob", job),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: queryKeys.job(job) });
      void client.invalidateQueries({ queryKey: ["jobs"] });
    },
  });
}

/** The finished prompt on the first few products of a job. */
export function usePromptPreview(spec: JobSpec) {
  return useQuery({
    queryKey: ["prompt", spec],
    queryFn: () => call("PreviewPrompt", spec),
    gcTime: 0,
  });
}
