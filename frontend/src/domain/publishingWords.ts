import type { ShopOverview } from "@/contract";
import { t } from "@/strings";
import { exportsFile } from "./shop";

/** The word for publishing in a shop, and its mark; until the shop is known, the usual one. */
export function publishingWords(shop: Pick<ShopOverview, "kind"> | undefined) {
  const mark = shop && exportsFile(shop) ? "collected" : "published";
  return { ...t.publishingWords[mark], mark } as const;
}
