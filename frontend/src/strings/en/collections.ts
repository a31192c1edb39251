import { many } from "./words";

export const collections = {
  search: "Title or handle",
  column: "Collection",
  products: (n: number) => many(n, "product"),
  missing: "Not found by the last sync",
  none: "No collections here yet. A sync reads the shop’s catalogue; nothing is written.",
  noMatch: (text: string) => `Nothing matches “${text}”. Search looks in titles and handles.`,
  kinds: "Show",
  show: (kind: "products" | "collections") => `Show ${kind}`,
};
