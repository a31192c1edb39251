import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useShop } from "@/api";
import { ComparePage } from "@/features/compare/ComparePage";
import { OfShop } from "./OfShop";

const route = getRouteApi("/s/$shop/compare/$job");

/** Two samples of the same products. */
export function CompareRoute() {
  const { shop: id, job } = route.useParams();
  const navigate = useNavigate();
  return (
    <OfShop shop={useShop(id)}>
      {(shop) => (
        <ComparePage
          key={shop.id}
          shop={shop}
          job={job}
          onBack={() => navigate({ to: "/s/$shop/products", params: { shop: id }, search: {} })}
          onJob={(chosen) =>
            navigate({
              to: "/s/$shop/jobs/$job",
              params: { shop: id, job: chosen.id },
              search: {},
              replace: true,
            })
          }
          onMoved={(next) =>
            navigate({
              to: "/s/$shop/compare/$job",
              params: { shop: id, job: next },
              replace: true,
            })
          }
        />
      )}
    </OfShop>
  );
}
