import { type ReactNode, useState } from "react";
import { describeError, perform, useShop, useTakeOver } from "@/api";
import type { ChangedText, ItemCan } from "@/contract";
import { t } from "@/strings";
import { notifyPlain, notifyTrouble } from "@/ui/notify";
import { PutBackDialog } from "./PutBackDialog";

export interface Change {
  /** Accepts the shop's text; undefined where there is nothing to accept. */
  takeOver: (() => void) | undefined;
  /** Asks, then has the published text written again. */
  putBack: (() => void) | undefined;
  dialog: ReactNode;
}

/** What can be done about a published text that was changed on the shop since. */
export function useChange(
  shopID: string,
  change: ChangedText | null | undefined,
  can: Pick<ItemCan, "take_over" | "put_back">,
): Change {
  const taking = useTakeOver();
  const [asked, setAsked] = useState<ChangedText>();
  const shop = useShop(shopID)?.name ?? "";
  const takeOver = (of: ChangedText) =>
    perform(
      taking,
      { publication_id: of.publication_id, seen_at: of.seen_at },
      {
        onSuccess: () => notifyPlain(t.changed.takenOver(of.place.title)),
        onError: (error) => notifyTrouble(describeError(error)),
      },
    );
  return {
    takeOver: change && can.take_over ? () => takeOver(change) : undefined,
    putBack: change && can.put_back ? () => setAsked(change) : undefined,
    dialog: asked && (
      <PutBackDialog change={asked} shop={shop} onClose={() => setAsked(undefined)} />
    ),
  };
}
