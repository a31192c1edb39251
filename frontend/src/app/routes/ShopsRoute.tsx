import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { ShopsPage } from "@/features/shops/ShopsPage";

const route = getRouteApi("/shops");

export function ShopsRoute() {
  const { add, token } = route.useSearch();
  const navigate = useNavigate();
  return (
    <ShopsPage
      adding={add ?? false}
      renewing={token}
      onRenewed={() => navigate({ to: "/shops", search: {} })}
      onAdding={(adding) => navigate({ to: "/shops", search: adding ? { add: true } : {} })}
      onFile={() => navigate({ to: "/open" })}
      onOpen={(shop) => navigate({ to: "/s/$shop/products", params: { shop: shop.id } })}
    />
  );
}
