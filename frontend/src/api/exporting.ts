import { useMutation } from "@tanstack/react-query";
import type { Exported } from "@/contract";
import { call, inWindow } from "./client";
import { download } from "./http";

/** Saves the published texts of a file shop: where the window asks, or as the browser's download. */
export function useExportShop() {
  return useMutation({
    mutationFn: (shop: string): Promise<Exported> =>
      inWindow ? call("ExportShop", shop) : download("export", { shop_id: shop }),
  });
}
