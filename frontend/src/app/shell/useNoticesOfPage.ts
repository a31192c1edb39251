import { useEffect } from "react";
import { onWorked, useConnected } from "@/api";
import type { ShopOverview } from "@/contract";
import { t } from "@/strings";
import { clearMended, clearTroubles, setSaid } from "@/ui/notify";

/** The page of an address: the items of a job are one page. */
function pageOf(path: string): string {
  return path.replace(/(\/jobs\/[^/]+)\/.*$/, "$1");
}

/** Keeps notices of failures to their page and their cause, and to what no strip says. */
export function useNoticesOfPage(path: string, shop: ShopOverview | undefined): void {
  const connected = useConnected();
  const halted = shop?.halted?.message;
  const page = pageOf(path);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the page alone decides
  useEffect(clearTroubles, [page]);
  useEffect(() => onWorked(clearMended), []);
  useEffect(() => {
    const lost = connected ? [] : [t.errors.connection_lost];
    setSaid(halted ? [...lost, halted] : lost);
  }, [connected, halted]);
}
