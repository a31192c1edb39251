import { describeError, perform, useTryOutbox } from "@/api";
import type { ShopOverview } from "@/contract";
import { needsSignIn } from "@/domain/shop";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { notifyTrouble } from "@/ui/notify";
import { SignInButton } from "./SignInButton";

/** What helps a shop whose publications wait: a new sign-in, or a try at once. */
export function HaltAction({ shop, onSignIn }: { shop: ShopOverview; onSignIn: () => void }) {
  return needsSignIn(shop) ? (
    <SignInButton shop={shop} small onClick={onSignIn} />
  ) : (
    <TryNow shop={shop} />
  );
}

function TryNow({ shop }: { shop: ShopOverview }) {
  const trying = useTryOutbox();
  const busy = trying.isPending || shop.try_at === null;
  return (
    <Button
      small
      icon="retry"
      disabled={busy}
      onClick={() =>
        perform(trying, shop.id, { onError: (error) => notifyTrouble(describeError(error)) })
      }
    >
      {busy ? t.outbox.trying : t.outbox.tryNow}
    </Button>
  );
}
