import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Field, Instructions } from "@/contract";
import { call } from "./client";
import { queryKeys } from "./keys";

/** What is saved for a field and a shop, with what is saved for all shops; "" takes every one. */
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
    // Lists that are not on screen too: the next one to pick from has the words as they are now.
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.settings, refetchType: "all" }),
  });
}

/** Keeps words under a name; new ones carry no id. */
export function useSaveInstructions() {
  return useInstructionsMutation((instructions: Instructions) =>
    call("SaveInstructions", instructions),
  );
}

export function useDeleteInstructions() {
  return useInstructionsMutation((id: string) => call("DeleteInstructions", id));
}
