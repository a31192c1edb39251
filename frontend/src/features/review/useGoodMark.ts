import { describeError, useMarkGood } from "@/api";
import type { Proof } from "@/contract";
import { notifyTrouble } from "@/ui/notify";

/** Marks the draft as good in the shop's profile, or takes the mark back; undefined where it has no text to mark. */
export function useGoodMark({ item, good }: Proof): (() => void) | undefined {
  const mark = useMarkGood(item.shop_id);
  if (!good) return undefined;
  return () => {
    if (mark.isPending) return;
    mark.mutate(
      { id: item.id, revision: item.revision, good: !good.marked },
      { onError: (error) => notifyTrouble(describeError(error)) },
    );
  };
}
