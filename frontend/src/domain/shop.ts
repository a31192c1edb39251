import { rules, type ShopKind, type ShopOverview, type ShopRule } from "@/contract";
import { traitsOf } from "./codes";

const kinds = new Map<ShopKind, ShopRule>(rules.shops.map((rule) => [rule.kind, rule]));

/** What shops of the kind are called. */
export function kindLabel({ kind }: Pick<ShopOverview, "kind">): string {
  return kinds.get(kind)?.label ?? kind;
}

/** How shops of the kind are connected. */
export function connectedBy({ kind }: Pick<ShopOverview, "kind">) {
  return kinds.get(kind)?.connect;
}

/** Whether published texts are collected for a file. */
export function exportsFile({ kind }: Pick<ShopOverview, "kind">): boolean {
  return kinds.get(kind)?.exports ?? false;
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
  return halted ? traitsOf(halted.code) : undefined;
}

/** Whether publications wait because the shop cannot be reached, and not because it refused. */
export function isOffline(shop: Pick<ShopOverview, "halted">): boolean {
  return haltOf(shop)?.offline ?? false;
}

/** Whether publications wait until someone signs in to the shop again. */
export function needsSignIn(shop: Pick<ShopOverview, "can" | "halted">): boolean {
  return shop.can.sign_in && (haltOf(shop)?.sign_in ?? false);
}
