import { getRouteApi, useLocation, useNavigate, useRouter } from "@tanstack/react-router";
import { useShop } from "@/api";
import { PreviewModal } from "@/features/review/PreviewModal";
import { beginReading, currentReading } from "@/flows/reading/reading";
import type { JobSearch } from "../search";
import { useOpenEditor } from "./useOpenEditor";

const route = getRouteApi("/s/$shop/jobs/$job/$position");

/** The preview of one item, over its job. Back and Escape return to the same row. */
export function ItemRoute() {
  const { shop, job, position } = route.useParams();
  const search = route.useSearch();
  const navigate = useNavigate();
  const onOpen = useOpenEditor(shop);
  const queue = useJobQueue(shop, job, search);
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
      queue={queue}
      onClose={onClose}
    />
  );
}

/** The drafts to review of the job, one after the other; undefined under another filter. */
function useJobQueue(shop: string, job: string, search: JobSearch) {
  const navigate = useNavigate();
  const shopName = useShop(shop)?.name ?? "";
  const { show, sort = "", q = "" } = search;
  if (show !== "to_review") return undefined;
  const now = currentReading();
  const reading =
    now && !now.ended && now.of === job && now.order === sort && now.jobs[0]?.search === q
      ? now
      : beginReading(job, [{ id: job, shop, shopName, name: "", search: q }], "", sort);
  return {
    reading,
    onShow: (_: string, to: number) =>
      void navigate({
        to: "/s/$shop/jobs/$job/$position",
        params: { shop, job, position: String(to) },
        search,
        state: true,
        replace: true,
      }),
    onEnd: () => void navigate({ to: "/review/end", search: {} }),
  };
}
