import { getRouteApi, useLocation, useNavigate, useRouter } from "@tanstack/react-router";
import { PreviewModal } from "@/features/review/PreviewModal";
import { useOpenEditor } from "./useOpenEditor";

const route = getRouteApi("/s/$shop/jobs/$job/$position");

/** The preview of one item, over its job. Back and Escape return to the same row. */
export function ItemRoute() {
  const { shop, job, position } = route.useParams();
  const search = route.useSearch();
  const navigate = useNavigate();
  const onOpen = useOpenEditor(shop);
  const { history } = useRouter();
  const { fromList } = useLocation().state;
  // Closed, it leaves no entry behind that Back would open again.
  const onClose = () => {
    if (fromList) history.back();
    else
      void navigate({
        to: "/s/$shop/jobs/$job",
        params: { shop, job },
        search,
        replace: true,
      });
  };
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
          state: true,
          replace: true,
        })
      }
      onOpen={onOpen}
      onClose={onClose}
    />
  );
}
