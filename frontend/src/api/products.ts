import { useCallback, useMemo } from "react";
import type { ProductPage, ProductSummary } from "@/domain/types";
import { list } from "./client";
import { queryKeys } from "./keys";
import { useWindowed, type Windowed } from "./windowed";

/** A shop's products that match the search, by title. */
export function useProductList(shop: string, search: string): Windowed<ProductSummary> {
  const key = useMemo(() => queryKeys.productList(shop, search), [shop, search]);
  const fetchPage = useCallback(
    async (offset: number, limit: number) => {
      const page = await list<ProductPage>("products", { shop_id: shop, search, offset, limit });
      return { total: page.total, rows: page.products ?? [] };
    },
    [shop, search],
  );
  return useWindowed(key, fetchPage);
}
