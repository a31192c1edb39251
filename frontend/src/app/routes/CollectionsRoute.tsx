import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useCallback } from "react";
import { useShop } from "@/api";
import { CollectionsPage } from "@/features/products/CollectionsPage";
import { NewJobBeside } from "./NewJobBeside";
import { OfShop } from "./OfShop";

const route = getRouteApi("/s/$shop/collections");

/** Collections, with the drawer for a new job beside them. */
export function CollectionsRoute() {
  const { shop: id } = route.useParams();
  const { q = "", new: drawer } = route.useSearch();
  const navigate = useNavigate({ from: "/s/$shop/collections" });
  const onSearch = useCallback(
    (text: string) =>
      void navigate({
        search: ({ q: _, ...rest }) => (text === "" ? rest : { ...rest, q: text }),
        replace: true,
      }),
    [navigate],
  );
  const onOpen = useCallback(
    (handle: string) =>
      void navigate({ to: "/s/$shop/collections/$handle", params: { shop: id, handle } }),
    [navigate, id],
  );
  const onClose = () => navigate({ search: ({ new: _, ...rest }) => rest, replace: true });
  return (
    <OfShop shop={useShop(id)}>
      {(shop) => (
        <CollectionsPage
          shop={shop}
          search={q}
          onSearch={onSearch}
          onOpen={onOpen}
          onKind={() => navigate({ to: "/s/$shop/products", params: { shop: id }, search: {} })}
          onNewJob={() => navigate({ search: (now) => ({ ...now, new: true as const }) })}
          panel={
            drawer &&
            ((chosen) => (
              <NewJobBeside
                shop={shop.id}
                listed="collection"
                field="collection_description"
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
