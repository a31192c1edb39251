import type { ReactNode } from "react";
import { describeError, useShops } from "@/api";
import type { ShopOverview } from "@/contract";
import { ErrorState, Loading } from "@/ui/States";
import { NotFound } from "./Fallbacks";

/** A page of a shop: waits until the shop is known, and says so if it does not exist. */
export function OfShop(props: {
  shop: ShopOverview | undefined;
  children: (shop: ShopOverview) => ReactNode;
}) {
  const shops = useShops();
  if (props.shop) return props.children(props.shop);
  if (shops.error) {
    return <ErrorState trouble={describeError(shops.error)} onRetry={() => shops.refetch()} />;
  }
  return shops.isPending ? <Loading /> : <NotFound />;
}
