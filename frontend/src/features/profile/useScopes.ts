import { useCollections, useProductFacets } from "@/api";
import type { FactScope, ShopOverview } from "@/contract";

/** What facts can be true of: names to choose from, and how many products each has. */
export interface Scopes {
  /** Vendors, types, or handles of collections. */
  namesOf: (kind: FactScope["kind"]) => string[];
  /** Undefined where it is not known here. */
  productsOf: (scope: FactScope) => number | undefined;
}

/** The first vendors, types and collections of a shop; search narrows the collections. */
export function useScopes(shop: ShopOverview, search = ""): Scopes {
  const facets = useProductFacets({ shop: shop.id }).data;
  const collections = useCollections(shop.id, search).data?.collections ?? [];
  const values = {
    vendor: facets?.vendors ?? [],
    type: facets?.types ?? [],
    collection: collections.map(({ handle, product_count }) => ({
      value: handle,
      count: product_count,
    })),
  };
  const listOf = (kind: FactScope["kind"]) =>
    kind === "vendor" || kind === "type" || kind === "collection" ? values[kind] : [];
  return {
    namesOf: (kind) => listOf(kind).flatMap(({ value }) => (value === "" ? [] : [value])),
    productsOf: ({ kind, value }) =>
      kind === "shop"
        ? shop.product_count
        : listOf(kind).find((one) => one.value.toLowerCase() === value.toLowerCase())?.count,
  };
}
