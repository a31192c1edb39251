import type { ShopOverview } from "@/contract";
import { compareNames, fitOf } from "@/lib/fold";

/** Shops with drafts to review first, the most first; then by name. */
export function byWork(a: ShopOverview, b: ShopOverview): number {
  return b.to_review - a.to_review || compareNames(a.name, b.name);
}

/** The shops that a search finds by name or domain, the best match first, then by work. */
export function findShops(shops: ShopOverview[], query: string): ShopOverview[] {
  return shops
    .map((shop) => ({ shop, how: fitOf(query, shop.name, shop.domain) }))
    .filter(({ how }) => how > 0)
    .sort((a, b) => b.how - a.how || byWork(a.shop, b.shop))
    .map(({ shop }) => shop);
}
