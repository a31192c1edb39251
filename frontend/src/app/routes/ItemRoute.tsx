import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { PreviewModal } from "@/features/review/PreviewModal";
import { useOpenEditor } from "./useOpenEditor";

const route = getRouteApi("/s/$shop/jobs/$job/$position");

/** The preview of one item, over its job. Back and Escape return to the same row. */
export function ItemRoute() {
  const { shop, job, position } = route.useParams();
  const search = route.useSearch();
  const navigate = useNavigate();
  const onOpen = useOpenEditor(shop);
  return (
    <PreviewModal
      job={job}
      item={`${job}/${position}`}
      position={Number(position)}
      filter={search.show ?? "all"}
      search={search.q ?? ""}
      onShow={(to) =>
        navigate({
          to: "/s/$shop/jobs/$job/$position",
          params: { shop, job, position: String(to) },
          search,
          replace: true,
        })
      }
      onOpen={onOpen}
      onClose={() => navigate({ to: "/s/$shop/jobs/$job", params: { shop, job }, search })}
    />
  );
}
