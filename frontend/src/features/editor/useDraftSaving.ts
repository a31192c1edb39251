import { describeError, perform, useSaveTextDrafts } from "@/api";
import type { ShopOverview } from "@/contract";
import { draftsOf, toKeep } from "@/domain/desk";
import { notifyTrouble } from "@/ui/notify";
import type { Texts } from "./useTexts";

export interface DraftSaving {
  /** How many texts would be kept. */
  count: number;
  busy: boolean;
  save: () => void;
}

/** Keeps what is typed in the data file. Nothing is sent. */
export function useDraftSaving(shop: ShopOverview, texts: Texts): DraftSaving {
  const keep = useSaveTextDrafts(shop.id, texts.of);
  const changed = toKeep(texts.states);
  return {
    count: changed.length,
    busy: keep.isPending,
    save: () =>
      perform(keep, draftsOf(changed), {
        onSuccess: (own) => texts.noteKept(changed, own ?? []),
        onError: (error) => notifyTrouble(describeError(error)),
      }),
  };
}
