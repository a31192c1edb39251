import { TextInput } from "@mantine/core";
import { useState } from "react";
import { describeError, useRenameShop } from "@/api";
import { rules, type ShopOverview } from "@/contract";
import { t } from "@/strings";
import { ConfirmDialog } from "@/ui/ConfirmDialog";

/** Gives a shop another name in Galley. */
export function RenameShop({ shop, onClose }: { shop: ShopOverview; onClose: () => void }) {
  const rename = useRenameShop();
  const [name, setName] = useState(shop.name);
  const words = t.shops.rename;
  const save = () => rename.mutate({ shop: shop.id, name }, { onSuccess: onClose });
  return (
    <ConfirmDialog
      title={words.title(shop.name)}
      action={words.save}
      asks
      busy={rename.isPending}
      trouble={rename.error ? describeError(rename.error) : undefined}
      onConfirm={save}
      onClose={onClose}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TextInput
          label={words.label}
          description={words.hint}
          maxLength={rules.limits.shop_name}
          data-autofocus
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      </form>
    </ConfirmDialog>
  );
}
