import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useCallback } from "react";
import { useShop } from "@/api";
import { ActivityPage } from "@/features/activity/ActivityPage";
import { OfShop } from "./OfShop";
import { useOpenEditor } from "./useOpenEditor";

const route = getRouteApi("/s/$shop/activity");

/** The ledger of a shop. */
export function ActivityRoute() {
  const { shop: id } = route.useParams();
  const { q = "", show = "all" } = route.useSearch();
  const navigate = useNavigate({ from: "/s/$shop/activity" });
  const onSearch = useCallback(
    (text: string) =>
      void navigate({
        search: ({ q: _, ...rest }) => (text === "" ? rest : { ...rest, q: text }),
        replace: true,
      }),
    [navigate],
  );
  const onOpen = useOpenEditor(id);
  return (
    <OfShop shop={useShop(id)}>
      {(shop) => (
        <ActivityPage
          key={shop.id}
          shop={shop}
          filter={show}
          search={q}
          onFilter={(next) =>
            navigate({
              search: ({ show: _, ...rest }) => (next === "all" ? rest : { ...rest, show: next }),
            })
          }
          onSearch={onSearch}
          onOpen={onOpen}
        />
      )}
    </OfShop>
  );
}
