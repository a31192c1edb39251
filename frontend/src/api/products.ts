import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import type { ProductFilter, ProductSort, ProductSummary } from "@/contract";
import { call, list } from "./client";
import { queryKeys } from "./keys";
import { useWindowed, type Windowed } from "./windowed";

/** How many products a quick search shows. */
const HITS = 7;

/** The first matching products of one shop; none before two letters. */
export function useProductHits(shop: string, search: string) {
  return useQuery({
    queryKey: [...queryKeys.productList(shop, search), "hits"],
    queryFn: async () => {
      const query = { shop_id: shop, search, filter: {}, offset: 0, limit: HITS };
      return (await list("products", query)).products ?? [];
    },
    enabled: shop !== "" && search.length > 1,
  });
}

/** The first matching products of all shops, those of one shop first; none before two letters. */
export function useProductsEverywhere(shop: string, search: string) {
  return useQuery({
    queryKey: [...queryKeys.productList(shop, search), "everywhere"],
    queryFn: async () => (await call("FindProducts", shop, search)) ?? [],
    enabled: search.length > 1,
  });
}

/** A shop's products that match search and filter, by title. */
export function useProductList(
  shop: string,
  search: string,
  filter: ProductFilter,
  order: { by: string; descending: boolean },
): Windowed<ProductSummary> {
  const { by, descending } = order;
  const key = useMemo(
    () => [...queryKeys.productList(shop, search), filter, by, descending],
    [shop, search, filter, by, descending],
  );
  const fetchPage = useCallback(
    async (offset: number, limit: number, signal: AbortSignal) => {
      const sort = by as ProductSort;
      const query = { shop_id: shop, search, filter, sort, descending, offset, limit };
      const page = await list("products", query, signal);
      return { total: page.total, rows: page.products ?? [] };
    },
    [shop, search, filter, by, descending],
  );
  return useWindowed(key, fetchPage);
}

/** The values by which the products that match can be narrowed, with their counts. */
export function useProductFacets(of: FacetsOf, enabled = true) {
  return useQuery({
    queryKey: [...queryKeys.products(of.shop), "facets", of],
    queryFn: () => call("ProductFacets", asQuery(of)),
    placeholderData: keepPreviousData, // counts change in place
    enabled,
  });
}

/** The products whose values are counted: of a shop, or of those the ones that a job writes for. */
export interface FacetsOf {
  shop: string;
  search?: string;
  filter?: ProductFilter;
  job?: string;
}

function asQuery({ shop, search = "", filter = {}, job }: FacetsOf) {
  return { shop_id: shop, search, filter, offset: 0, limit: 0, ...(job && { job_id: job }) };
}

/** The values of one part of a filter whose names have what was typed, out of all; nothing is asked for "". */
export function useFacetsNamed(of: FacetsOf, part: string, typed: string) {
  return useQuery({
    queryKey: [...queryKeys.products(of.shop), "named", of, part, typed],
    queryFn: async () => (await call("FindProductFacets", asQuery(of), part, typed)) ?? [],
    placeholderData: keepPreviousData,
    enabled: typed !== "",
  });
}

/** Fetches the ids of all products that match. */
export function useProductIds(shop: string, search: string, filter: ProductFilter) {
  return useCallback(
    async () =>
      (await call("ProductIDs", { shop_id: shop, search, filter, offset: 0, limit: 0 })) ?? [],
    [shop, search, filter],
  );
}

/** The address of a product's page on its shop; "" if it has none. */
export function useProductAddress(shop: string) {
  return useMutation({
    mutationFn: async (product: string) => (await call("GetProduct", shop, product)).url,
  });
}

/** A product, by handle or id, with every draft and publication of it. */
export function useDesk(shop: string, product: string) {
  return useQuery({
    queryKey: queryKeys.desk(shop, product),
    queryFn: () => call("GetDesk", shop, product),
    refetchOnMount: "always", // a job may have written drafts since
  });
}
