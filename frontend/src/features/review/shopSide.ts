import type { Proof } from "@/contract";

/** The text that a draft is compared with, and its source. */
export interface ShopSide {
  /** Null if unknown. */
  text: string | null;
  /** The shop's text now, or the one that the published draft replaced. */
  kind: "now" | "before";
  /** When the shop had it; null if unknown. */
  seenAt: string | null;
}

export function shopSide({ item, on_shop, replaced }: Proof): ShopSide {
  if (item.state === "generated" && item.publish_state === "published") {
    return { text: replaced?.text ?? null, kind: "before", seenAt: null };
  }
  return { text: on_shop?.value.text ?? null, kind: "now", seenAt: on_shop?.seen_at ?? null };
}
