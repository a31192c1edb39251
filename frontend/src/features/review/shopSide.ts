import type { Proof } from "@/contract";

/** The text that a draft is compared with, and where it comes from. */
export interface ShopSide {
  /** Null where it is not known. */
  text: string | null;
  /** What the shop has now, or what the published draft replaced. */
  kind: "now" | "before";
  /** When the shop had it; null where that is not known. */
  seenAt: string | null;
}

export function shopSide({ item, on_shop, replaced }: Proof): ShopSide {
  if (item.state === "generated" && item.publish_state === "published") {
    return { text: replaced?.text ?? null, kind: "before", seenAt: null };
  }
  return { text: on_shop?.value.text ?? null, kind: "now", seenAt: on_shop?.seen_at ?? null };
}
