import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { call } from "./client";
import { queryKeys } from "./keys";

export function useSettings() {
  return useQuery({ queryKey: queryKeys.settings, queryFn: () => call("GetSettings") });
}

/** Saves settings by their keys (see the command line: strategy, writer.kind, writer.api_key, …). */
export function useSaveSettings() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (values: Record<string, string>) => call("SaveSettings", values),
    onSuccess: (saved) => {
      client.setQueryData(queryKeys.settings, saved);
      return client.invalidateQueries({ queryKey: ["estimate"] }); // it includes writer, prices and caps
    },
  });
}

/** The cost of writing since midnight, and what is reserved for requests under way. */
export function useSpentToday() {
  return useQuery({ queryKey: ["jobs", "spent"], queryFn: () => call("SpentToday") }).data;
}

/** Tries the writer in the saved settings, with values in place of saved ones. Saves nothing. */
export function useTestWriter() {
  return useMutation({
    mutationFn: (values: Record<string, string>) => call("TestWriter", values),
  });
}

/** Has the writer in such settings write one description of a made-up product. Saves nothing. */
export function useTryWriter() {
  return useMutation({
    mutationFn: (values: Record<string, string>) => call("TryWriter", values),
  });
}

/** Forgets what was learned about the model in the settings. */
export function useForgetLearned() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => call("ForgetLearned"),
    onSuccess: (saved) => client.setQueryData(queryKeys.settings, saved),
  });
}

/** Reads what the endpoint in such settings offers. Free; saves nothing. */
export function useFindModels() {
  return useMutation({
    mutationFn: (values: Record<string, string>) => call("FindModels", values),
  });
}

/** The model servers that run on this computer. */
export function useLocalEndpoints() {
  return useQuery({
    queryKey: ["local-endpoints"],
    queryFn: () => call("LocalEndpoints"),
    staleTime: 30_000,
  }).data;
}

/** The running version. */
export function useVersion() {
  return useQuery({ queryKey: ["boot"], queryFn: () => call("Boot") }).data?.version;
}
