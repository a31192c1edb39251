import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useCallback, useMemo } from "react";
import { useShop } from "@/api";
import type { ProductFilter } from "@/contract";
import { ProductsPage } from "@/features/products/ProductsPage";
import { productFilter } from "../search";
import { OfShop } from "./OfShop";
import { useOpenProduct } from "./useOpenProduct";

const NewJobPanel = lazy(async () => ({
  default: (await import("@/features/newjob/NewJobPanel")).NewJobPanel,
}));

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
  const onOpen = useOpenProduct(id);
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
          onNewJob={onNewJob}
          panel={
            drawer &&
            (({ selection, count }) => (
              <Suspense>
                <NewJobPanel
                  shop={found.id}
                  selection={selection}
                  count={count}
                  search={q}
                  onClose={onClose}
                  onCreated={(job) =>
                    navigate({
                      to: "/s/$shop/jobs/$job",
                      params: { shop: found.id, job: job.id },
                      search: {},
                    })
                  }
                />
              </Suspense>
            ))
          }
        />
      )}
    </OfShop>
  );
}
