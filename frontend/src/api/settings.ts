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

/** The settings as they hold for a shop, and which are its own. */
export function useShopSettings(shop: string) {
  return useQuery({
    queryKey: queryKeys.shopSettings(shop),
    queryFn: () => call("GetShopSettings", shop),
  });
}

/** The settings in force: of the shop, or of all shops where none is named. */
export function useSettingsOf(shop: string | undefined) {
  const all = useSettings().data;
  const own = useQuery({
    queryKey: queryKeys.shopSettings(shop ?? ""),
    queryFn: () => call("GetShopSettings", shop ?? ""),
    enabled: shop !== undefined && shop !== "",
  }).data;
  return shop ? own?.in_force : all;
}

/** Saves what a shop has of its own, and takes keys back to all shops. */
export function useSaveShopSettings(shop: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (own: { values: Record<string, string>; reset: string[] }) =>
      call("SaveShopSettings", shop, own.values, own.reset),
    onSuccess: (saved) => {
      client.setQueryData(queryKeys.shopSettings(shop), saved);
      return client.invalidateQueries({ queryKey: ["estimate"] });
    },
  });
}

/** What writing costs today and this month, for a shop or with "" for all together. */
export function useSpending(shop: string) {
  return useQuery({
    queryKey: ["jobs", "spending", shop],
    queryFn: () => call("GetSpending", shop),
  }).data;
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
