import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import { useShop } from "@/api";
import type { ProductFilter } from "@/contract";
import { ProductsPage } from "@/features/products/ProductsPage";
import { productFilter } from "../search";
import { NewJobBeside } from "./NewJobBeside";
import { OfShop } from "./OfShop";

const route = getRouteApi("/s/$shop/products");

/** Products, with the drawer for a new job beside them. */
export function ProductsRoute() {
  const { shop: id } = route.useParams();
  const { q = "", new: drawer, status, vendor, type, without } = route.useSearch();
  // An equal filter is the same object: a list is fetched again only for a different
  // one.
  const filter = useMemo(
    () => productFilter({ status, vendor, type, without }),
    [status, vendor, type, without],
  );
  const shop = useShop(id);
  const navigate = useNavigate({ from: "/s/$shop/products" });
  const onSearch = useCallback(
    (text: string) =>
      void navigate({
        search: ({ q: _, ...rest }) => (text === "" ? rest : { ...rest, q: text }),
        replace: true,
      }),
    [navigate],
  );
  const onFilter = (next: ProductFilter) =>
    navigate({
      search: ({ q: text, new: open }) => ({
        ...(text !== undefined && { q: text }),
        ...next,
        ...(open && { new: open }),
      }),
    });
  const onOpen = useCallback(
    (handle: string) =>
      void navigate({ to: "/s/$shop/products/$handle", params: { shop: id, handle } }),
    [navigate, id],
  );
  const onKind = () => navigate({ to: "/s/$shop/collections", params: { shop: id }, search: {} });
  const onNewJob = () => navigate({ search: (now) => ({ ...now, new: true as const }) });
  const onClose = () => navigate({ search: ({ new: _, ...rest }) => rest, replace: true });
  return (
    <OfShop shop={shop}>
      {(found) => (
        <ProductsPage
          shop={found}
          search={q}
          filter={filter}
          onSearch={onSearch}
          onFilter={onFilter}
          onOpen={onOpen}
          onKind={onKind}
          onKeyphrases={() =>
            navigate({ to: "/s/$shop/keyphrases", params: { shop: id }, search: {} })
          }
          onNewJob={onNewJob}
          panel={
            drawer &&
            ((chosen) => (
              <NewJobBeside
                shop={found.id}
                listed="product"
                field={found.product_count === 0 ? "collection_description" : "description"}
                {...chosen}
                search={q}
                onClose={onClose}
              />
            ))
          }
        />
      )}
    </OfShop>
  );
}
