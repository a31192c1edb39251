import type { Proof } from "@/contract";

/** The text that a draft is compared with, and its source. */
export interface ShopSide {
  /** Null if unknown. */
  text: string | null;
  /** The shop's text now, the one that the published draft replaced, or the draft that a person saw before this one. */
  kind: "now" | "before" | "seen";
  /** When the shop had it; null if unknown. */
  seenAt: string | null;
  /** Shows the other text that a draft that was written again can be compared with. */
  other?: { label: string; show: () => void };
  /** The revision of the draft that a person saw before. */
  revision?: number;
}

export function shopSide({ item, on_shop, replaced }: Proof): ShopSide {
  if (item.state === "generated" && item.publish_state === "published") {
    return { text: replaced?.text ?? null, kind: "before", seenAt: null };
  }
  return { text: on_shop?.value.text ?? null, kind: "now", seenAt: on_shop?.seen_at ?? null };
}
