import type { Field, Product } from "./types";

/** What the local copy of the shop has for the field; alt text is that of the named image. */
export function shopValue(product: Product, field: Field, image: string | undefined): string {
  switch (field) {
    case "title":
      return product.title;
    case "description":
      return product.description_html;
    case "seo_title":
      return product.seo_title.text;
    case "meta_description":
      return product.meta_description.text;
    case "alt_text":
      return product.images?.find((candidate) => candidate.id === image)?.alt.text ?? "";
  }
}

/** "84.00 EUR" or "84.00 to 96.00 EUR"; empty where the shop gave no price. */
export function priceRange(product: Product, to: string): string {
  const { price_min: min, price_max: max, currency } = product;
  if (min === "") return "";
  const range = Number(min) === Number(max) || max === "" ? [min] : [min, max];
  return `${range.map((price) => Number(price).toFixed(2)).join(` ${to} `)} ${currency}`.trim();
}

/** What a search engine would show as the address: host › path › …. */
export function trail(url: string, handle: string): string {
  try {
    const { host, pathname } = new URL(url);
    return [host, ...pathname.split("/").filter(Boolean)].join(" › ");
  } catch {
    return `products › ${handle}`;
  }
}
