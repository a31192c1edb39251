import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { call } from "./client";
import { queryKeys } from "./keys";

/** The size of the data file, and how much of it is empty. */
export function useDataFile() {
  return useQuery({ queryKey: queryKeys.dataFile, queryFn: () => call("GetDataFile") });
}

/** Gives the empty parts of the data file back to the disk. */
export function useCompact() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => call("CompactDataFile"),
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.dataFile }),
  });
}
