import type { ShopOverview } from "@/contract";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { Icon } from "@/ui/Icon";
import classes from "./StopSync.module.css";
import { syncProgress, useStop } from "./useSync";

/** Stops the sync of a shop. */
export function StopSync({ shop }: { shop: ShopOverview }) {
  const { stop, stopping } = useStop(shop.id);
  return (
    <Button small label={t.products.stopOf(shop.name)} busy={stopping} onClick={stop}>
      {t.products.stop}
    </Button>
  );
}

/** How far the sync of a shop is, and a way to stop it. */
export function SyncState({ shop }: { shop: ShopOverview }) {
  const words = syncProgress(shop) ?? t.products.syncing;
  return (
    <span className={classes.state}>
      <Icon shape="sync" turning small />
      <span className={classes.words} title={words}>
        {words}
      </span>
      <StopSync shop={shop} />
    </span>
  );
}
