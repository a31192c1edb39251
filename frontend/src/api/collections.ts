import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { list } from "./client";
import { queryKeys } from "./keys";

/** How many collections a choice shows; a search finds the others. */
const SHOWN = 100;

/** The first of a shop's collections that match the search, by title. */
export function useCollections(shop: string, search: string) {
  return useQuery({
    queryKey: queryKeys.collectionList(shop, search),
    queryFn: ({ signal }) =>
      list("collections", { shop_id: shop, search, offset: 0, limit: SHOWN }, signal),
    placeholderData: keepPreviousData,
  });
}
