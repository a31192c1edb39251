import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Job } from "@/contract";
import { call } from "./client";
import { queryKeys } from "./keys";

function useJobChange<A>(run: (input: A) => Promise<Job>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSuccess: (job) => {
      void client.invalidateQueries({ queryKey: queryKeys.job(job.id) });
      void client.invalidateQueries({ queryKey: ["jobs"] });
    },
  });
}

export function useRenameJob() {
  return useJobChange(({ id, name }: { id: string; name: string }) => call("RenameJob", id, name));
}

/** Takes an ended job out of the list, or puts an archived one back. */
export function useArchiveJob() {
  return useJobChange(({ id, archived }: { id: string; archived: boolean }) =>
    call(archived ? "ArchiveJob" : "UnarchiveJob", id),
  );
}

/** What would make a job once more. */
export function useSpecAgain(id: string) {
  return useQuery({
    queryKey: [...queryKeys.job(id), "again"],
    queryFn: () => call("SpecAgain", id),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
}
