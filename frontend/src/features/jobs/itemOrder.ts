import type { ItemOrder } from "@/contract";
import type { Order } from "@/ui/table/columns";

/** What the columns are sorted by; the reading order is no column's. */
export function orderOf(order: ItemOrder): Order | undefined {
  if (order === "" || order === "review") return undefined;
  return { by: order.replace("-", ""), descending: order.startsWith("-") };
}

/** The order of the backend that a column asks for. */
export function itemOrder({ by, descending }: Order): ItemOrder {
  return (descending ? `-${by}` : by) as ItemOrder;
}
