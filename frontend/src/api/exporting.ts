import { useMutation } from "@tanstack/react-query";
import { call, inWindow } from "./client";
import { downloadExport, type SavedExport } from "./http";

/** Saves the published texts of a file shop: where the window asks, or as the browser's downloads. */
export function useExportShop() {
  return useMutation({
    mutationFn: (shop: string): Promise<SavedExport | undefined> =>
      inWindow ? saveWhereAsked(shop) : downloadExport(shop),
  });
}

/** Undefined where the person chose no name. */
async function saveWhereAsked(shop: string): Promise<SavedExport | undefined> {
  const { products, files, earlier } = await call("ExportShop", shop);
  if (!files || files.length === 0) return undefined;
  return { products, files: files.map(({ file }) => file), earlier: earlier ?? [] };
}
