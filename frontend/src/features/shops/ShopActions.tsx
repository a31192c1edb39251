import { describeError, useSyncing, useSyncShop } from "@/api";
import type { Shop } from "@/domain/types";
import { ExportButton } from "@/flows/ExportButton";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { IconButton } from "@/ui/IconButton";
import { notifyTrouble } from "@/ui/notify";
import classes from "./ShopActions.module.css";

interface ShopActionsProps {
  shop: Shop;
  onCheck: () => void;
  onFacts: () => void;
  onRemove: () => void;
}

/** What can be done with a shop of the list. */
export function ShopActions({ shop, onCheck, onFacts, onRemove }: ShopActionsProps) {
  const sync = useSyncShop(shop.id);
  const syncing = useSyncing(shop.id);
  return (
    <span className={classes.actions}>
      <IconButton
        shape="sync"
        small
        label={syncing ? t.products.syncing : t.shops.sync}
        turning={syncing}
        disabled={syncing}
        onClick={() =>
          sync.mutate(undefined, { onError: (error) => notifyTrouble(describeError(error)) })
        }
      />
      {shop.kind === "file" ? (
        <ExportButton shop={shop} small />
      ) : (
        <Button kind="quiet" small onClick={onCheck}>
          {t.shops.check}
        </Button>
      )}
      <Button kind="quiet" small label={t.shops.facts.of(shop.name)} onClick={onFacts}>
        {t.shops.facts.button}
      </Button>
      <Button kind="quiet" small onClick={onRemove}>
        {t.shops.remove}
      </Button>
    </span>
  );
}
