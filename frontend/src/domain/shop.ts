import type { Shop } from "./types";

/** SEO scores are part of what was sold to the shop's owner: Pro and Max have them. */
export function showsScores(shop: Pick<Shop, "plan"> | undefined): boolean {
  return shop !== undefined && shop.plan !== "free";
}
