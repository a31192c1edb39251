import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { FactScope } from "@/contract";
import { call } from "./client";
import { queryKeys } from "./keys";

/** The facts that hold for the products of a vendor, type or collection. */
export function useScopedFacts(shop: string) {
  return useQuery({
    queryKey: queryKeys.scopedFacts(shop),
    queryFn: async () => (await call("ListScopedFacts", shop)) ?? [],
  });
}

function useScopedFactMutation<A, R>(shop: string, run: (input: A) => Promise<R>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.scopedFacts(shop) }),
  });
}

export function useAddScopedFact(shop: string) {
  return useScopedFactMutation(shop, ({ scope, fact }: { scope: FactScope; fact: string }) =>
    call("AddScopedFact", shop, scope, fact),
  );
}

export function useRemoveScopedFact(shop: string) {
  return useScopedFactMutation(shop, (id: number) => call("RemoveScopedFact", shop, id));
}
