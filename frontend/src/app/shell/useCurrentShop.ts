import { useParams } from "@tanstack/react-router";
import { useShops } from "@/api";
import { lastShop } from "../place";

/** The current shop: the address's, else the last one, else the first. */
export function useCurrentShop() {
  const { shop: inAddress } = useParams({ strict: false });
  const shops = useShops().data ?? [];
  const wanted = inAddress ?? lastShop();
  return shops.find((shop) => shop.id === wanted) ?? shops[0];
}
