import { useNavigate } from "@tanstack/react-router";
import { useCollections, useJobsOf, useProductsEverywhere, useShops } from "@/api";
import type { ShopOverview } from "@/contract";
import { statusOf } from "@/domain/job";
import { t } from "@/strings";
import type { Entry, Group } from "./entries";
import { useCommands } from "./useCommands";

/** Each label once, the first of them; again only with another key, which does another thing. */
function once(entries: Entry[]): Entry[] {
  const seen = new Map<string, Set<string | undefined>>();
  return entries.filter(({ label, combo }) => {
    const keys = seen.get(label);
    if (keys && (combo === undefined || keys.has(combo))) return false;
    seen.set(label, (keys ?? new Set()).add(combo));
    return true;
  });
}

/** Everything that can be opened or done from here: of all shops, those of the current one first. */
export function usePaletteGroups(
  shop: ShopOverview | undefined,
  here: Entry[],
  query: string,
): Group[] {
  const commands = useCommands(shop);
  const shops = useShops().data ?? [];
  return [
    { key: "actions", entries: once([...here, ...commands]) },
    { key: "products", entries: useProducts(shop, query.trim()) },
    { key: "jobs", entries: useJobEntries(shop, shops) },
    { key: "collections", entries: useCollectionEntries(shop, query.trim()) },
    { key: "shops", entries: useShopEntries(shops) },
  ];
}

function useProducts(shop: ShopOverview | undefined, query: string): Entry[] {
  const navigate = useNavigate();
  const found = useProductsEverywhere(shop?.id ?? "", query).data ?? [];
  if (query.length < 2) return [];
  return found.map((product) => ({
    id: `${product.shop_id} ${product.id}`,
    label: product.title,
    note: product.shop_id === shop?.id ? product.handle : product.shop,
    found: true,
    run: () =>
      navigate({
        to: "/s/$shop/products/$handle",
        params: { shop: product.shop_id, handle: product.handle },
      }),
  }));
}

function useJobEntries(shop: ShopOverview | undefined, shops: ShopOverview[]): Entry[] {
  const navigate = useNavigate();
  const jobs = useJobsOf(shops.map(({ id }) => id));
  const nameOf = (id: string) => shops.find((one) => one.id === id)?.name ?? "";
  const own = jobs.filter((job) => job.shop_id === shop?.id);
  const others = jobs.filter((job) => job.shop_id !== shop?.id);
  return [...own, ...others].map((job) => {
    const note = t.palette.jobNote(t.jobs.field(job.field), t.jobMarks[statusOf(job)]);
    return {
      id: `job ${job.id}`,
      label: t.palette.job(job.id, job.name),
      names: [job.name, job.id, t.palette.jobNo(job.id)],
      note: job.shop_id === shop?.id ? note : t.palette.of(note, nameOf(job.shop_id)),
      run: () =>
        navigate({
          to: "/s/$shop/jobs/$job",
          params: { shop: job.shop_id, job: job.id },
          search: {},
        }),
    };
  });
}

function useCollectionEntries(shop: ShopOverview | undefined, query: string): Entry[] {
  const navigate = useNavigate();
  const found = useCollections(shop?.id ?? "", query).data?.collections ?? [];
  if (!shop || query.length < 2) return [];
  return found.map((collection) => ({
    id: `collection ${collection.id}`,
    label: collection.title,
    note: collection.handle,
    found: true,
    run: () =>
      navigate({
        to: "/s/$shop/collections/$handle",
        params: { shop: shop.id, handle: collection.handle },
      }),
  }));
}

function useShopEntries(shops: ShopOverview[]): Entry[] {
  const navigate = useNavigate();
  return shops.map((one) => ({
    id: one.id,
    label: one.name,
    note: t.shell.toReview(one.to_review),
    run: () => navigate({ to: "/s/$shop/products", params: { shop: one.id }, search: {} }),
  }));
}
