import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useCallback, useState } from "react";
import { useShop } from "@/api";
import type { HelpPage } from "@/features/jobs/bands";
import { JobsPage } from "@/features/jobs/JobsPage";
import { OfShop } from "./OfShop";

const OutboxDialog = lazy(() => import("../outbox/OutboxDialog"));

const route = getRouteApi("/s/$shop/jobs");

export function JobsRoute() {
  const { shop: id } = route.useParams();
  const { q = "", show = "all" } = route.useSearch();
  const navigate = useNavigate({ from: "/s/$shop/jobs" });
  const onSearch = useCallback(
    (text: string) =>
      void navigate({
        search: ({ q: _, ...rest }) => (text === "" ? rest : { ...rest, q: text }),
        replace: true,
      }),
    [navigate],
  );
  const onHelp = useCallback((to: HelpPage) => void navigate({ to }), [navigate]);
  const [seeing, setSeeing] = useState(false);
  const onOutbox = useCallback(() => setSeeing(true), []);
  return (
    <OfShop shop={useShop(id)}>
      {(shop) => (
        <>
          <JobsPage
            shop={shop}
            show={show}
            search={q}
            onShow={(next) =>
              navigate({
                search: (now) => ({ ...without(now), ...(next !== "all" && { show: next }) }),
              })
            }
            onSearch={onSearch}
            onOpen={(job) =>
              navigate({
                to: "/s/$shop/jobs/$job",
                params: { shop: shop.id, job: job.id },
                search: {},
              })
            }
            onHelp={onHelp}
            onOutbox={onOutbox}
            onNewJob={() =>
              navigate({
                to: "/s/$shop/products",
                params: { shop: shop.id },
                search: { new: true },
              })
            }
          />
          {seeing && (
            <Suspense>
              <OutboxDialog shop={shop} onClose={() => setSeeing(false)} />
            </Suspense>
          )}
        </>
      )}
    </OfShop>
  );
}

function without<S extends { show?: unknown }>({ show: _, ...rest }: S): Omit<S, "show"> {
  return rest;
}
