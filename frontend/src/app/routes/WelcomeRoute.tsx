import { useNavigate } from "@tanstack/react-router";
import { WelcomePage } from "@/features/shops/WelcomePage";

export function WelcomeRoute() {
  const navigate = useNavigate();
  return (
    <WelcomePage
      onShop={(shop) => navigate({ to: "/s/$shop/products", params: { shop: shop.id } })}
      onSetup={() => navigate({ to: "/setup" })}
      onConnect={() => navigate({ to: "/shops", search: { add: true } })}
      onFile={() => navigate({ to: "/open" })}
    />
  );
}
