import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import { useShop } from "@/api";
import type { ProductFilter } from "@/contract";
import { ProductsPage } from "@/features/products/ProductsPage";
import type { Order } from "@/ui/table/columns";
import { productFilter, productsSearch } from "../search";
import { NewJobBeside } from "./NewJobBeside";
import { OfShop } from "./OfShop";

const route = getRouteApi("/s/$shop/products");

/** Products, with the drawer for a new job beside them. */
export function ProductsRoute() {
  const { shop: id } = route.useParams();
  const { q = "", new: drawer, sort = "", down = false, ...rest } = route.useSearch();
  // An equal filter is the same object: a list is fetched again only for a different
  // one.
  const written = JSON.stringify(productFilter({ ...rest }));
  const filter = useMemo(() => JSON.parse(written) as ProductFilter, [written]);
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
      search: ({ q: text, new: open, sort: by, down: reversed }) => ({
        ...(text !== undefined && { q: text }),
        ...next,
        ...(by && { sort: by }),
        ...(reversed && { down: reversed }),
        ...(open && { new: open }),
      }),
    });
  const onOrder = ({ by, descending }: Order) =>
    navigate({
      search: (now) => {
        const { sort: _, down: __, ...others } = now;
        return productsSearch({ ...others, sort: by, ...(descending && { down: true }) });
      },
      replace: true,
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
          order={{ by: sort, descending: down }}
          onOrder={onOrder}
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
