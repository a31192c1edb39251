import { useHeld } from "@/api";
import type { Held, ShopOverview } from "@/contract";

// What the strips warn of. Their own files are not loaded before there is something to say.

export function holds(held: Held | undefined): held is Held {
  return (held?.outbox?.length ?? 0) + (held?.jobs?.length ?? 0) > 0;
}

export const misses = ({ missing }: ShopOverview) => missing > 0;

export const haltOf = ({ halted, waiting }: ShopOverview) => (waiting > 0 ? halted : null);

/** Whether there is anything that WaitingStrips reports. */
export function useWaits(shop: ShopOverview | undefined): boolean {
  const held = useHeld().data;
  return holds(held) || (!!shop && (misses(shop) || haltOf(shop) !== null));
}
