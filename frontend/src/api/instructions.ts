import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Field, Instructions } from "@/contract";
import { call } from "./client";
import { queryKeys } from "./keys";

/** Instructions saved for a field and a shop, with those for all shops; "" matches every one. */
export function useInstructions(field: Field | "", shop: string) {
  return useQuery({
    queryKey: queryKeys.instructions(field, shop),
    queryFn: async () => (await call("ListInstructions", { field, shop_id: shop })) ?? [],
  });
}

function useInstructionsMutation<A, R>(run: (input: A) => Promise<R>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: run,
    // Lists that are off screen too: the next picker shows the current text.
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.settings, refetchType: "all" }),
  });
}

/** Saves instructions under a name; new ones have no id. */
export function useSaveInstructions() {
  return useInstructionsMutation((instructions: Instructions) =>
    call("SaveInstructions", instructions),
  );
}

export function useDeleteInstructions() {
  return useInstructionsMutation((id: string) => call("DeleteInstructions", id));
}
