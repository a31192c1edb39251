import { useSyncing } from "@/api";
import type { ShopOverview } from "@/contract";
import { exportsFile } from "@/domain/shop";
import { ExportButton } from "@/flows/ExportButton";
import { StopSync } from "@/flows/StopSync";
import { syncProgress, useSync } from "@/flows/useSync";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { IconButton } from "@/ui/IconButton";
import { MoreActions } from "./MoreActions";
import classes from "./ShopActions.module.css";

interface ShopActionsProps {
  shop: ShopOverview;
  onCheck: () => void;
  onFacts: () => void;
  onRemove: () => void;
}

/** What can be done with a shop of the list. */
export function ShopActions({ shop, onCheck, onFacts, onRemove }: ShopActionsProps) {
  const sync = useSync(shop.id);
  const syncing = useSyncing(shop.id);
  return (
    <span className={classes.actions}>
      <IconButton
        shape="sync"
        small
        label={syncing ? (syncProgress(shop) ?? t.products.syncing) : t.shops.sync}
        turning={syncing}
        disabled={syncing}
        onClick={sync}
      />
      {syncing && <StopSync shop={shop} />}
      {exportsFile(shop) ? (
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
      <MoreActions shop={shop} />
    </span>
  );
}
