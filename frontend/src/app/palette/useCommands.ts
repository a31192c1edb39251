import { useNavigate } from "@tanstack/react-router";
import { describeError, perform, useSaveSettings, useSyncing } from "@/api";
import { rules, type ShopOverview } from "@/contract";
import { exportsFile, hasCollections } from "@/domain/shop";
import { useStop, useSync } from "@/flows/useSync";
import { t } from "@/strings";
import { notifyTrouble } from "@/ui/notify";
import type { Entry } from "./entries";

const entry = (label: string, run: () => void, note = ""): Entry => ({
  id: `go ${label}`,
  label,
  note,
  run,
});

/** What can be done from every page: its places, a sync, and how the window looks. */
export function useCommands(shop: ShopOverview | undefined): Entry[] {
  const look = useLooks();
  const places = usePlacesOf(shop);
  const navigate = useNavigate();
  return [
    ...(shop ? [entry(t.inbox.go, () => navigate({ to: "/review", search: {} }))] : []),
    ...places,
    entry(t.shell.goSettings, () => navigate({ to: "/settings" }), t.palette.inSettings),
    entry(t.setup.title, () => navigate({ to: "/setup" }), t.palette.inSetup),
    entry(t.shell.goShops, () => navigate({ to: "/shops", search: {} })),
    entry(t.shell.addShop, () => navigate({ to: "/shops", search: { add: true } })),
    ...look,
  ];
}

function usePlacesOf(shop: ShopOverview | undefined): Entry[] {
  const navigate = useNavigate();
  const syncs = useSyncsOf(shop);
  if (!shop) return [];
  const params = { shop: shop.id };
  const collections = () => navigate({ to: "/s/$shop/collections", params, search: {} });
  return [
    entry(t.shell.goProducts, () => navigate({ to: "/s/$shop/products", params, search: {} })),
    ...(hasCollections(shop) ? [entry(t.shell.goCollections, collections)] : []),
    entry(t.shell.goJobs, () => navigate({ to: "/s/$shop/jobs", params, search: {} })),
    entry(t.shell.goProfile, () => navigate({ to: "/s/$shop/profile", params })),
    entry(t.keyphrases.open, () => navigate({ to: "/s/$shop/keyphrases", params, search: {} })),
    entry(t.shell.goActivity, () => navigate({ to: "/s/$shop/activity", params, search: {} })),
    entry(t.palette.conflicts, () =>
      navigate({ to: "/s/$shop/activity", params, search: { show: "conflict" } }),
    ),
    ...syncs,
  ];
}

/** A sync of what changed or of everything; while one is under way, its end. */
function useSyncsOf(shop: ShopOverview | undefined): Entry[] {
  const id = shop?.id ?? "";
  const sync = useSync(id);
  const syncWhole = useSync(id, "everything");
  const { stop } = useStop(id);
  const syncing = useSyncing(id);
  if (!shop) return [];
  if (syncing || !shop.can.sync) return [entry(t.palette.stopSync(shop.name), stop)];
  return [
    entry(t.palette.sync(shop.name), sync),
    ...(exportsFile(shop) ? [] : [entry(t.palette.syncWhole(shop.name), syncWhole)]),
  ];
}

/** Theme and text size; they take effect at once. */
function useLooks(): Entry[] {
  const save = useSaveSettings();
  const set = (key: string, value: string) =>
    perform(save, { [key]: value }, { onError: (error) => notifyTrouble(describeError(error)) });
  return [
    ...rules.themes.map((theme) =>
      entry(t.palette.theme[theme], () => set("appearance.theme", theme)),
    ),
    ...rules.text_sizes.map((size) =>
      entry(t.palette.textSize(size), () => set("appearance.text_size", String(size))),
    ),
  ];
}
