import type { ShopOverview } from "@/contract";

/** Two letters for a shop in narrow places: "Quillmoor Home" → QH. */
export function shopCode(shop: Pick<ShopOverview, "name">): string {
  const words = shop.name.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const letters = words.length > 1 ? words.map((word) => [...word][0]) : [...(words[0] ?? "")];
  return letters.slice(0, 2).join("").toUpperCase();
}
