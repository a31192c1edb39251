import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useCallback } from "react";
import { useShop } from "@/api";
import { ProductsPage } from "@/features/products/ProductsPage";
import { OfShop } from "./OfShop";
import { useOpenProduct } from "./useOpenProduct";

const NewJobPanel = lazy(async () => ({
  default: (await import("@/features/newjob/NewJobPanel")).NewJobPanel,
}));

const route = getRouteApi("/s/$shop/products");

/** Products, with the drawer for a new job beside them. */
export function ProductsRoute() {
  const { shop: id } = route.useParams();
  const { q = "", new: drawer } = route.useSearch();
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
  const onOpen = useOpenProduct(id);
  const onNewJob = () => navigate({ search: (now) => ({ ...now, new: true as const }) });
  const onClose = () => navigate({ search: ({ new: _, ...rest }) => rest, replace: true });
  return (
    <OfShop shop={shop}>
      {(found) => (
        <ProductsPage
          shop={found}
          search={q}
          onSearch={onSearch}
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
