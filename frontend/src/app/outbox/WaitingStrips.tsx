import type { ShopOverview } from "@/contract";
import { HeldStrip } from "./HeldStrip";
import { MissingStrip } from "./MissingStrip";
import { OutboxStrip } from "./OutboxStrip";

interface WaitingStripsProps {
  shop: ShopOverview | undefined;
  /** The page itself says why publications wait. */
  told: boolean;
}

/** What waits for a person, above every page: most shops never have any of it. */
export function WaitingStrips({ shop, told }: WaitingStripsProps) {
  return (
    <>
      <HeldStrip />
      {shop && <MissingStrip shop={shop} />}
      {shop && !told && <OutboxStrip shop={shop} />}
    </>
  );
}
