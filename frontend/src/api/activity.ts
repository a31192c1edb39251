import { useMutation } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import type { Activity, ActivityFilter, ExportedLedger, Format } from "@/contract";
import { call, inWindow, list } from "./client";
import { download } from "./http";
import { queryKeys } from "./keys";
import { useWindowed, type Windowed } from "./windowed";

/** A shop's part of the ledger, newest first. */
export function useActivityList(
  shop: string,
  filter: ActivityFilter,
  search: string,
): Windowed<Activity> {
  const key = useMemo(() => queryKeys.activityList(shop, filter, search), [shop, filter, search]);
  const fetchPage = useCallback(
    async (offset: number, limit: number, signal: AbortSignal) => {
      const query = { shop_id: shop, filter, search, offset, limit };
      const page = await list("activity", query, signal);
      return { total: page.total, rows: page.entries ?? [] };
    },
    [shop, filter, search],
  );
  return useWindowed(key, fetchPage);
}

interface ExportRequest {
  shop: string;
  filter: ActivityFilter;
  search: string;
  format: Format;
}

/**
 * Saves the entries that are shown as a file: where the window asks, or as the browser's download, which the browser
 * reports itself.
 */
export function useExportActivity() {
  return useMutation({
    mutationFn: async (request: ExportRequest): Promise<ExportedLedger> => {
      const { shop, filter, search, format } = request;
      if (inWindow) {
        const query = { shop_id: shop, filter, search, offset: 0, limit: 0 };
        return call("ExportActivity", query, format);
      }
      await download("ledger", { shop_id: shop, filter, search, format });
      return { file: "", entries: 0 };
    },
  });
}
