import type { PlaceKind, Product } from "@/contract";

/** "84.00 EUR" or "84.00 to 96.00 EUR"; empty if the shop gave no price. */
export function priceRange(product: Product, to: string): string {
  const { price_min: min, price_max: max, currency } = product;
  if (min === "") return "";
  const range = Number(min) === Number(max) || max === "" ? [min] : [min, max];
  return `${range.map((price) => Number(price).toFixed(2)).join(` ${to} `)} ${currency}`.trim();
}

/** What a search engine would show as the address: host › path › …. */
export function trail(page: { kind: PlaceKind; url: string; handle: string }): string {
  try {
    const { host, pathname } = new URL(page.url);
    return [host, ...pathname.split("/").filter(Boolean)].join(" › ");
  } catch {
    return `${page.kind}s › ${page.handle}`;
  }
}
