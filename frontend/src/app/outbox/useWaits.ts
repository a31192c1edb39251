import { useHeld } from "@/api";
import type { ShopOverview } from "@/contract";

/** Whether there is anything that WaitingStrips reports. */
export function useWaits(shop: ShopOverview | undefined): boolean {
  const held = useHeld().data;
  if ((held?.outbox?.length ?? 0) + (held?.jobs?.length ?? 0) > 0) return true;
  return !!shop && (!!shop.missing || (!!shop.halted && shop.waiting > 0));
}
