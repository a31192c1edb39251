import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useJobs, useProductHits, useShops } from "@/api";
import type { ShopOverview } from "@/contract";
import { statusOf } from "@/domain/job";
import { hasCollections } from "@/domain/shop";
import { t } from "@/strings";
import { activeLayers } from "@/ui/keys/registry";
import type { Entry, Group } from "./entries";

/** What the keys would have done where the palette was opened. */
function actionsHere(): Entry[] {
  const seen = new Set<string>();
  return activeLayers()
    .flatMap((layer) => layer.bindings)
    .flatMap((binding): Entry[] => {
      const { combos, label, run, off } = binding;
      if (off || seen.has(label) || label === t.palette.open) return [];
      seen.add(label);
      return [{ id: `do ${label}`, label, note: "", combo: combos[0], run }];
    });
}

/** Everything that can be opened or done from here, for the current shop. */
export function usePaletteGroups(shop: ShopOverview | undefined, query: string): Group[] {
  const navigate = useNavigate();
  const [here] = useState(actionsHere);
  const shops = useShops().data ?? [];
  const jobs = useJobs(shop?.id ?? "").data ?? [];
  const found = useProductHits(shop?.id ?? "", query.trim());
  const hits = (query.trim().length > 1 && found.data) || [];
  const params = { shop: shop?.id ?? "" };
  const go = (label: string, run: () => void): Entry => ({
    id: `go ${label}`,
    label,
    note: "",
    run,
  });

  const places = [
    go(t.shell.goProducts, () => navigate({ to: "/s/$shop/products", params, search: {} })),
    ...(hasCollections(shop)
      ? [
          go(t.shell.goCollections, () =>
            navigate({ to: "/s/$shop/collections", params, search: {} }),
          ),
        ]
      : []),
    go(t.shell.goJobs, () => navigate({ to: "/s/$shop/jobs", params, search: {} })),
    go(t.shell.goProfile, () => navigate({ to: "/s/$shop/profile", params })),
    go(t.shell.goActivity, () => navigate({ to: "/s/$shop/activity", params, search: {} })),
  ];
  const everywhere = [
    go(t.shell.goSettings, () => navigate({ to: "/settings" })),
    go(t.setup.title, () => navigate({ to: "/setup" })),
    go(t.shell.goShops, () => navigate({ to: "/shops", search: {} })),
    go(t.shell.addShop, () => navigate({ to: "/shops", search: { add: true } })),
  ];
  return [
    { key: "actions", entries: [...here, ...(shop ? places : []), ...everywhere] },
    {
      key: "products",
      entries: hits.map((product) => ({
        id: product.id,
        label: product.title,
        note: product.handle,
        found: true,
        run: () =>
          navigate({
            to: "/s/$shop/products/$handle",
            params: { ...params, handle: product.handle },
          }),
      })),
    },
    {
      key: "jobs",
      entries: jobs.map((job) => ({
        id: `job ${job.id}`,
        label: t.palette.job(job.id, job.name),
        note: t.palette.jobNote(t.jobs.field(job.field), t.jobMarks[statusOf(job)]),
        run: () =>
          navigate({
            to: "/s/$shop/jobs/$job",
            params: { shop: job.shop_id, job: job.id },
            search: {},
          }),
      })),
    },
    {
      key: "shops",
      entries: shops.map((one) => ({
        id: one.id,
        label: one.name,
        note: t.shell.toReview(one.to_review),
        run: () => navigate({ to: "/s/$shop/products", params: { shop: one.id }, search: {} }),
      })),
    },
  ];
}
