import { PasswordInput } from "@mantine/core";
import { useState } from "react";
import { describeError, useAddShopifyShop } from "@/api";
import type { Shop } from "@/domain/types";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { useKeys } from "@/ui/keys/useKeys";
import { Panel } from "@/ui/Panel";
import { TroubleText } from "@/ui/States";

interface TokenPanelProps {
  shop: Shop;
  onDone: (shop: Shop) => void;
  onClose: () => void;
}

/** A new token for a shop that is connected; it is tried before the one before is let go. */
export function TokenPanel({ shop, onDone, onClose }: TokenPanelProps) {
  const words = t.shops.tokenPanel;
  const add = useAddShopifyShop();
  const [token, setToken] = useState("");
  const [missing, setMissing] = useState(false);
  const submit = () => {
    if (token.trim() === "") return setMissing(true);
    const { domain, endpoint } = shop;
    add.mutate({ domain, endpoint, token: token.trim() }, { onSuccess: onDone });
  };
  useKeys("panel", [{ combos: ["mod+enter"], label: words.save, run: submit, inFields: true }]);
  return (
    <Panel
      title={words.title}
      aside={shop.name}
      onClose={onClose}
      footer={
        <Button kind="primary" combo="mod+enter" busy={add.isPending} onClick={submit}>
          {words.save}
        </Button>
      }
    >
      {shop.waiting > 0 && <p>{words.waiting(shop.waiting)}</p>}
      <PasswordInput
        label={t.shops.addPanel.token}
        description={t.shops.addPanel.tokenHint}
        autoComplete="off"
        autoFocus
        value={token}
        error={missing && token.trim() === "" ? t.shops.addPanel.needToken : undefined}
        onChange={(event) => setToken(event.currentTarget.value)}
        onKeyDown={(event) => event.key === "Enter" && submit()}
      />
      {add.error && <TroubleText trouble={describeError(add.error)} />}
    </Panel>
  );
}
