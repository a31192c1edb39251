import { count } from "@/lib/format";

/** The window's title: the number to review first, since it is read from afar. */
export function titleOf(shop: string | undefined, toReview: number): string {
  const name = shop === undefined ? "Galley" : `${shop} – Galley`;
  return toReview > 0 ? `(${count(toReview)}) ${name}` : name;
}
