import { type ReactNode, useState } from "react";
import { describeError, useAnswerChange, useShop } from "@/api";
import type { ChangedText, Item } from "@/contract";
import { isHtml } from "@/domain/fields";
import { plainText } from "@/lib/plainText";
import { t } from "@/strings";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { notifyPlain, notifyTrouble } from "@/ui/notify";

interface Change {
  /** Accepts the shop's text; undefined where there is nothing to accept. */
  takeOver: (() => void) | undefined;
  /** Asks, then has the published text written again. */
  putBack: (() => void) | undefined;
  dialog: ReactNode;
}

/** What can be done about a published text that was changed on the shop since. */
export function useChange(job: string, item: Item): Change {
  const answer = useAnswerChange(job);
  const [asked, setAsked] = useState<ChangedText>();
  const shop = useShop(item.shop_id)?.name ?? "";
  const change = item.changed;
  const words = t.changed;
  if (!change && !asked) return { takeOver: undefined, putBack: undefined, dialog: null };
  const seen = (of: ChangedText) => ({ publication_id: of.publication_id, seen_at: of.seen_at });
  return {
    takeOver: change
      ? () =>
          answer.mutate(
            { seen: seen(change), with: "TakeOver" },
            {
              onSuccess: () => notifyPlain(words.takenOver(item.product.title)),
              onError: (error) => notifyTrouble(describeError(error)),
            },
          )
      : undefined,
    putBack: change ? () => setAsked(change) : undefined,
    dialog: asked && (
      <ConfirmDialog
        title={words.putBackTitle(asked.field, asked.product.title, shop)}
        action={words.putBackAction}
        busy={answer.isPending}
        trouble={answer.error ? describeError(answer.error) : undefined}
        onConfirm={() =>
          answer.mutate(
            { seen: seen(asked), with: "PutBack" },
            { onSuccess: () => setAsked(undefined) },
          )
        }
        onClose={() => {
          answer.reset();
          setAsked(undefined);
        }}
      >
        <p>{words.putBackText(wordsIn(asked))}</p>
      </ConfirmDialog>
    ),
  };
}

function wordsIn({ field, on_shop }: ChangedText): number {
  const text = isHtml(field) ? plainText(on_shop.text) : on_shop.text;
  return text.split(/\s+/).filter(Boolean).length;
}
