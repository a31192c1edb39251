import { Textarea } from "@mantine/core";
import { useState } from "react";
import { describeError, useSetFacts } from "@/api";
import { rules, type ShopOverview } from "@/contract";
import { t } from "@/strings";
import { ConfirmDialog } from "@/ui/ConfirmDialog";

/** Facts about every product of a shop: a source for claims, and given to the writer. */
export function ShopFacts({ shop, onClose }: { shop: ShopOverview; onClose: () => void }) {
  const save = useSetFacts();
  const [facts, setFacts] = useState(shop.facts);
  const words = t.shops.facts;
  return (
    <ConfirmDialog
      title={words.title(shop.name)}
      action={words.save}
      asks
      busy={save.isPending}
      trouble={save.error ? describeError(save.error) : undefined}
      onConfirm={() => save.mutate({ shop: shop.id, facts }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <p>{words.text}</p>
      <Textarea
        label={words.label}
        placeholder={words.hint}
        rows={6}
        maxLength={rules.limits.facts}
        data-autofocus
        value={facts}
        onChange={(event) => setFacts(event.currentTarget.value)}
      />
    </ConfirmDialog>
  );
}
