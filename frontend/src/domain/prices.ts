import type { Price, WriterSpec } from "@/contract";

/** The price table with this price, replacing one for the same model and server. */
export function withPrice(prices: Price[] | null, price: Price): Price[] {
  const others = (prices ?? []).filter(
    (p) => p.model !== price.model || (p.base_url ?? "") !== (price.base_url ?? ""),
  );
  return [...others, price];
}

/** The price of a server whose models are all free. */
export function freeServer(writer: WriterSpec): Price {
  return { model: "*", base_url: writer.base_url ?? "", input: 0, cached: 0, output: 0 };
}
