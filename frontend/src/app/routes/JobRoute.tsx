import { getRouteApi, Outlet, useNavigate, useParams } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import { type Narrowing, NarrowingProvider, useShop } from "@/api";
import { placeOf } from "@/domain/fields";
import { JobPage } from "@/features/jobs/JobPage";
import { jobNarrowing } from "../search";
import { NewJobBeside } from "./NewJobBeside";
import { OfShop } from "./OfShop";
import { useOpenEditor } from "./useOpenEditor";

const route = getRouteApi("/s/$shop/jobs/$job");

/** A job; the preview of one of its items is shown over it, under its own address. */
export function JobRoute() {
  const { shop: id, job } = route.useParams();
  const { position } = useParams({ strict: false });
  const found = route.useSearch();
  const { q = "", show = "all", sort = "", view = "list" } = found;
  const asked = JSON.stringify(jobNarrowing(found));
  const narrowing = useMemo<Narrowing>(() => JSON.parse(asked), [asked]);
  const navigate = useNavigate({ from: "/s/$shop/jobs/$job" });
  const onSearch = useCallback(
    (text: string) =>
      void navigate({
        search: ({ q: _, ...rest }) => (text === "" ? rest : { ...rest, q: text }),
        replace: true,
      }),
    [navigate],
  );
  const onPreview = useCallback(
    (to: number) =>
      void navigate({
        to: "/s/$shop/jobs/$job/$position",
        params: { shop: id, job, position: String(to) },
        search: (now) => now,
        state: { fromList: true },
      }),
    [navigate, id, job],
  );
  const onOpen = useOpenEditor(id);
  return (
    <OfShop shop={useShop(id)}>
      {(shop) => (
        <NarrowingProvider value={narrowing}>
          <JobPage
            key={job}
            shop={shop}
            job={job}
            filter={show}
            search={q}
            order={sort}
            onOrder={(next) =>
              navigate({
                search: ({ sort: _, ...rest }) => (next === "" ? rest : { ...rest, sort: next }),
              })
            }
            onFilter={(next) =>
              navigate({
                search: ({ show: _, ...rest }) => (next === "all" ? rest : { ...rest, show: next }),
              })
            }
            onSearch={onSearch}
            onNarrow={({ also, product }) =>
              navigate({
                search: ({ q, show, sort, view }) => ({
                  ...(q && { q }),
                  ...(show && { show }),
                  ...(sort && { sort }),
                  ...(view && { view }),
                  ...(also.length > 0 && { also }),
                  ...product,
                }),
              })
            }
            view={view}
            onView={(next) =>
              navigate({
                search: ({ view: _, ...rest }) =>
                  next === "list" ? rest : { ...rest, view: "table" },
              })
            }
            onPreview={onPreview}
            onOpen={onOpen}
            onBack={() => navigate({ to: "/s/$shop/jobs", params: { shop: id }, search: {} })}
            onHelp={(to) => navigate({ to })}
            onCompare={() => navigate({ to: "/s/$shop/compare/$job", params: { shop: id, job } })}
            newJob={({ field, places }, onClose) => (
              <NewJobBeside
                key={`${field} ${places.length}`}
                shop={id}
                listed={placeOf(field) === "collection" ? "collection" : "product"}
                field={field}
                selection={
                  placeOf(field) === "collection"
                    ? { collection_ids: places }
                    : { product_ids: places }
                }
                count={places.length}
                search=""
                filled
                onClose={onClose}
              />
            )}
            previewed={position && `${job}/${position}`}
          >
            <Outlet />
          </JobPage>
        </NarrowingProvider>
      )}
    </OfShop>
  );
}
