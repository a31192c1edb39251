import { rules, type ShopOverview } from "@/contract";
import { t } from "@/strings";

/** The mark of published texts in a shop of each kind. */
const publishedMarks: Record<ShopOverview["kind"], "published" | "collected"> = {
  shopify: "published",
  demo: "published",
  file: "collected",
};

/** The word for publishing in a shop, and its mark; until the shop is known, the usual one. */
export function publishingWords(shop: Pick<ShopOverview, "kind"> | undefined) {
  const kind = shop?.kind ?? "shopify";
  return { ...t.shopKinds[kind], mark: publishedMarks[kind] };
}

/** Shops of some kinds, such as files of products, have no collections. */
export function hasCollections(shop: Pick<ShopOverview, "kind"> | undefined): boolean {
  return rules.shops.some(({ kind, collections }) => kind === shop?.kind && collections);
}

/** SEO scores are part of the shop's plan: Pro and Max have them. */
export function showsScores(shop: Pick<ShopOverview, "plan"> | undefined): boolean {
  return rules.plans.some(({ id, scores }) => id === shop?.plan && scores);
}

/** What the reason why a shop's publications wait means for the pages. */
function haltOf({ halted }: Pick<ShopOverview, "halted">) {
  return rules.halts.find(({ code }) => code === halted?.code);
}

/** Whether publications wait because the shop cannot be reached, and not because it refused. */
export function isOffline(shop: Pick<ShopOverview, "halted">): boolean {
  return haltOf(shop)?.offline ?? false;
}

/** Whether publications wait until someone signs in to the shop again. */
export function needsSignIn(shop: Pick<ShopOverview, "can" | "halted">): boolean {
  return shop.can.sign_in && (haltOf(shop)?.sign_in ?? false);
}
