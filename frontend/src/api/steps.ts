import { useQueryClient } from "@tanstack/react-query";
import type { StepKind } from "@/contract";
import { call } from "./client";
import { queryKeys } from "./keys";

/** The edit or answer that left a draft at a revision, to be undone; undefined where it cannot be. */
export async function stepThatLeft(
  draft: { id: string; revision: number },
  kind: StepKind,
): Promise<number | undefined> {
  try {
    return await call("StepThatLeft", { id: draft.id, revision: draft.revision }, kind);
  } catch {
    return undefined;
  }
}

/** Undoes or redoes steps, and makes all that shows drafts ask again. */
export function useMoveSteps() {
  const client = useQueryClient();
  return async (steps: number[], undo: boolean) => {
    try {
      return await Promise.all(steps.map((id) => call(undo ? "UndoStep" : "RedoStep", id)));
    } finally {
      void client.invalidateQueries({ queryKey: ["job"] });
      void client.invalidateQueries({ queryKey: ["claims"] });
      void client.invalidateQueries({ queryKey: queryKeys.shops });
    }
  };
}
