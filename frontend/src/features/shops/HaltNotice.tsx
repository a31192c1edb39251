import type { Shop } from "@/domain/types";
import { t } from "@/strings";
import { Icon } from "@/ui/Icon";
import classes from "./HaltNotice.module.css";
import { SignInButton } from "./SignInButton";

/** What a person has to do about the way into the shop. */
const OF_SIGN_IN = new Set(["shop_token", "shop_scope"]);

/** Says why a shop's publications wait, and offers what helps; nothing where all is well. */
export function HaltNotice({ shop, onSignIn }: { shop: Shop; onSignIn: () => void }) {
  if (!shop.halted) return null;
  return (
    <div className={classes.notice} role="status">
      <Icon shape="warn" tone="warn" />
      <p>
        <b>{shop.name}</b> {shop.halted.message} {shop.waiting > 0 && t.signIn.waits(shop.waiting)}
      </p>
      {OF_SIGN_IN.has(shop.halted.code) && shop.kind === "shopify" && (
        <SignInButton shop={shop} small onClick={onSignIn} />
      )}
    </div>
  );
}
