import type { ShopOverview } from "@/contract";
import { isOffline } from "@/domain/shop";
import { HaltAction } from "@/flows/HaltAction";
import { t } from "@/strings";
import { Icon } from "@/ui/Icon";
import { ReasonDetails } from "@/ui/States";
import classes from "./HaltNotice.module.css";

/** Says why a shop's publications wait, and offers what helps; nothing where all is well. */
export function HaltNotice({ shop, onSignIn }: { shop: ShopOverview; onSignIn: () => void }) {
  if (!shop.halted) return null;
  return (
    <div className={classes.notice} role="status">
      <Icon shape={isOffline(shop) ? "offline" : "warn"} tone="warn" />
      <div className={classes.reason}>
        <p>
          <b>{shop.name}</b> {shop.halted.message}{" "}
          {shop.waiting > 0 && t.signIn.waits(shop.waiting)}
        </p>
        <ReasonDetails reason={shop.halted} />
      </div>
      <HaltAction shop={shop} onSignIn={onSignIn} />
    </div>
  );
}
