import { useNavigate, useRouter } from "@tanstack/react-router";
import { OpeningPage } from "@/features/shops/opening/OpeningPage";

export function OpeningRoute() {
  const navigate = useNavigate();
  const router = useRouter();
  return (
    <OpeningPage
      onOpened={(shop) => navigate({ to: "/s/$shop/products", params: { shop: shop.id } })}
      onCancel={() => router.history.back()}
    />
  );
}
