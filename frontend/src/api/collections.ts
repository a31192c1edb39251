import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import type { CollectionSummary, ShopOverview } from "@/contract";
import { hasCollections } from "@/domain/shop";
import { call, list } from "./client";
import { queryKeys } from "./keys";
import { useWindowed, type Windowed } from "./windowed";

/** How many collections a choice shows; a search finds the others. */
const SHOWN = 100;

/** The first of a shop's collections that match the search, by title. */
export function useCollections(shop: string, search: string) {
  return useQuery({
    queryKey: queryKeys.collectionList(shop, search),
    queryFn: ({ signal }) =>
      list("collections", { shop_id: shop, search, offset: 0, limit: SHOWN }, signal),
    placeholderData: keepPreviousData,
    enabled: shop !== "",
  });
}

/** Whether the local copy has any collection of the shop. */
export function useHasCollections(shop: ShopOverview): boolean {
  const { data } = useQuery({
    queryKey: [...queryKeys.collectionList(shop.id, ""), "any"],
    queryFn: ({ signal }) =>
      list("collections", { shop_id: shop.id, search: "", offset: 0, limit: 1 }, signal),
    enabled: hasCollections(shop),
  });
  return (data?.total ?? 0) > 0;
}

/** A shop's collections that match the search, by title. */
export function useCollectionList(shop: string, search: string): Windowed<CollectionSummary> {
  const key = useMemo(() => [...queryKeys.collectionList(shop, search), "window"], [shop, search]);
  const fetchPage = useCallback(
    async (offset: number, limit: number, signal: AbortSignal) => {
      const query = { shop_id: shop, search, offset, limit };
      const page = await list("collections", query, signal);
      return { total: page.total, missing: page.missing, rows: page.collections ?? [] };
    },
    [shop, search],
  );
  return useWindowed(key, fetchPage);
}

/** A collection, by handle or id, with every draft and publication of it. */
export function useCollectionDesk(shop: string, collection: string) {
  return useQuery({
    queryKey: queryKeys.collectionDesk(shop, collection),
    queryFn: () => call("GetCollectionDesk", shop, collection),
    refetchOnMount: "always", // a job may have written drafts since
  });
}
