import { type ReactNode, useState } from "react";
import { describeError, perform, useShop, useTakeOver } from "@/api";
import type { ChangedText, Item } from "@/contract";
import { t } from "@/strings";
import { notifyPlain, notifyTrouble } from "@/ui/notify";
import { PutBackDialog } from "./PutBackDialog";

interface Change {
  /** Accepts the shop's text; undefined where there is nothing to accept. */
  takeOver: (() => void) | undefined;
  /** Asks, then has the published text written again. */
  putBack: (() => void) | undefined;
  dialog: ReactNode;
}

/** What can be done about a published text that was changed on the shop since. */
export function useChange(job: string, item: Item): Change {
  const taking = useTakeOver(job);
  const [asked, setAsked] = useState<ChangedText>();
  const shop = useShop(item.shop_id)?.name ?? "";
  const change = item.changed;
  const takeOver = (of: ChangedText) =>
    perform(
      taking,
      { publication_id: of.publication_id, seen_at: of.seen_at },
      {
        onSuccess: () => notifyPlain(t.changed.takenOver(item.place.title)),
        onError: (error) => notifyTrouble(describeError(error)),
      },
    );
  return {
    takeOver: change ? () => takeOver(change) : undefined,
    putBack: change ? () => setAsked(change) : undefined,
    dialog: asked && (
      <PutBackDialog change={asked} shop={shop} onClose={() => setAsked(undefined)} />
    ),
  };
}
