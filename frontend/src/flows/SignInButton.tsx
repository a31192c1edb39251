import type { ShopOverview } from "@/contract";
import { t } from "@/strings";
import { Button } from "@/ui/Button";

interface SignInButtonProps {
  shop: ShopOverview;
  small?: boolean;
  onClick: () => void;
}

/** Opens the dialog that replaces a shop's sign-in. */
export function SignInButton({ shop, small, onClick }: SignInButtonProps) {
  return (
    <Button small={small} onClick={onClick}>
      {shop.sign_in === "token" ? t.signIn.enterToken : t.signIn.again}
    </Button>
  );
}
