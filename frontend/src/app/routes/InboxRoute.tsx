import { getRouteApi, Outlet, useNavigate, useParams } from "@tanstack/react-router";
import { useCallback } from "react";
import { InboxPage } from "@/features/inbox/InboxPage";

const route = getRouteApi("/review");

/** All drafts to review; the one that is read is shown over them, under its own address. */
export function InboxRoute() {
  const { q = "", tab = "", sort = "" } = route.useSearch();
  const { job, position } = useParams({ strict: false });
  const navigate = useNavigate({ from: "/review" });
  const onSearch = useCallback(
    (text: string) =>
      void navigate({
        search: ({ q: _, ...rest }) => (text === "" ? rest : { ...rest, q: text }),
        replace: true,
      }),
    [navigate],
  );
  return (
    <InboxPage
      tab={tab}
      search={q}
      order={sort}
      onTab={(next) =>
        navigate({ search: ({ tab: _, ...rest }) => (next === "" ? rest : { ...rest, tab: next }) })
      }
      onSearch={onSearch}
      onOrder={(next) =>
        navigate({
          search: ({ sort: _, ...rest }) => (next === "" ? rest : { ...rest, sort: next }),
        })
      }
      onRead={(of, from, first) =>
        navigate({
          to: "/review/$job/$position",
          params: { job: first, position: from ? String(from.position) : "first" },
          search: (now) => ({ ...now, of }),
        })
      }
      reading={position && `${job}/${position}`}
    >
      <Outlet />
    </InboxPage>
  );
}
