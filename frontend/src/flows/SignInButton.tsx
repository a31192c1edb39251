import type { ShopOverview } from "@/contract";
import { t } from "@/strings";
import { Button } from "@/ui/Button";

interface SignInButtonProps {
  shop: ShopOverview;
  small?: boolean;
  onClick: () => void;
}

/** Leads to what replaces the way into a shop. */
export function SignInButton({ shop, small, onClick }: SignInButtonProps) {
  return (
    <Button small={small} onClick={onClick}>
      {shop.sign_in === "token" ? t.signIn.enterToken : t.signIn.again}
    </Button>
  );
}
