import type { Price, WriterSpec } from "@/contract";

/** The price table with this price in it, in place of the one it had for the same model and server. */
export function withPrice(prices: Price[] | null, price: Price): Price[] {
  const others = (prices ?? []).filter(
    (p) => p.model !== price.model || (p.base_url ?? "") !== (price.base_url ?? ""),
  );
  return [...others, price];
}

/** What a server costs whose models are all free. */
export function freeServer(writer: WriterSpec): Price {
  return { model: "*", base_url: writer.base_url ?? "", input: 0, cached: 0, output: 0 };
}
