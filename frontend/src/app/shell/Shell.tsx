import { useTimeout } from "@mantine/hooks";
import { Outlet, useLocation, useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useCallback, useLayoutEffect, useState } from "react";
import { useConnected, usePolledShops, useTypedElsewhere, useUnsavedElsewhere } from "@/api";
import type { Job } from "@/contract";
import { closePage, useViewedPage } from "@/flows/viewPage";
import { t } from "@/strings";
import { useKeyboard, useKeys } from "@/ui/keys/useKeys";
import { fileOf, Part } from "@/ui/part";
import { useAttention } from "../attention/useAttention";
import { useWaits } from "../outbox/waits";
import type { Entry } from "../palette/entries";
import { actionsHere } from "../palette/here";
import { hasNoRail } from "../place";
import { LostStrip } from "./LostStrip";
import { Rail } from "./Rail";
import classes from "./Shell.module.css";
import { StatusBar } from "./StatusBar";
import { useCurrentShop } from "./useCurrentShop";
import { useNoticesOfPage } from "./useNoticesOfPage";

const loadPalette = () => import("../palette/Palette");
const Palette = lazy(loadPalette);

/** The palette is fetched once the first page has settled, so that it opens at once. */
const SETTLED_MS = 1500;

const PageDialog = lazy(() => import("@/flows/PageDialog"));

const KeysDialog = lazy(() => import("./KeysDialog"));

const waitingStrips = fileOf(() => import("../outbox/WaitingStrips"));

const unsavedStrip = fileOf(() => import("./UnsavedStrip"));

/** The frame around every page: rail, content, status bar. The first page and the set-up of the writer have no rail. */
export function Shell() {
  useKeyboard();
  const path = useLocation({ select: (location) => location.pathname });
  const bare = hasNoRail(path);
  // The page of all shops says for each why its publications wait.
  const told = bare || path === "/shops";
  const shop = useCurrentShop();
  const shops = usePolledShops();
  // Until then the frame of index.html shows as much of the rail.
  const framed = !bare && shops.isPending && shops.failureCount === 0;
  useLayoutEffect(() => {
    if (!framed) document.getElementById("frame")?.remove();
  }, [framed]);
  const navigate = useNavigate();
  const connected = useConnected();
  const unsaved = useUnsavedElsewhere().length + useTypedElsewhere().length > 0;
  const waits = useWaits(shop);
  useNoticesOfPage(path, shop);
  const [switching, setSwitching] = useState(false);
  const [seeking, setSeeking] = useState<Entry[]>();
  // Before the palette takes the keys.
  const seek = () => setSeeking(actionsHere());
  const [keysShown, setKeysShown] = useState(false);

  const openJob = useCallback(
    (job: Job) =>
      void navigate({
        to: "/s/$shop/jobs/$job",
        params: { shop: job.shop_id, job: job.id },
        search: {},
      }),
    [navigate],
  );
  const openGuide = useCallback(() => {
    setKeysShown(false);
    void navigate({ to: "/guide", search: {} });
  }, [navigate]);
  useAttention(bare ? undefined : shop, openJob);
  useTimeout(() => void loadPalette().catch(() => {}), SETTLED_MS, { autoInvoke: true });
  // Until its field is mounted, typed keys must not approve or reject anything behind it.
  useKeys("question", [], seeking !== undefined);
  useKeys("shell", [
    {
      combos: ["?"],
      label: t.keys.open,
      everywhere: true,
      off: seeking !== undefined,
      run: () => setKeysShown(true),
    },
    { combos: ["f1"], label: t.shell.openGuide, inFields: true, run: openGuide },
    {
      combos: ["mod+k"],
      label: t.shell.openPalette,
      inFields: true,
      everywhere: true,
      off: seeking !== undefined,
      run: seek,
    },
    {
      combos: ["mod+o"],
      label: t.shell.switchShop,
      inFields: true,
      off: bare || !shop,
      run: () => setSwitching(true),
    },
    {
      combos: ["n"],
      label: t.products.newJob,
      off: bare || !shop,
      run: () =>
        shop &&
        navigate({ to: "/s/$shop/products", params: { shop: shop.id }, search: { new: true } }),
    },
  ]);

  return (
    <div className={classes.app} data-bare={bare || undefined}>
      {!bare && !framed && (
        <Rail shop={shop} switching={switching} onSwitching={setSwitching} onSeek={seek} />
      )}
      {!connected && <LostStrip />}
      {connected && waits && (
        <Part of={waitingStrips}>
          {({ WaitingStrips }) => <WaitingStrips shop={shop} told={told} />}
        </Part>
      )}
      {connected && unsaved && (
        <Part of={unsavedStrip}>{({ UnsavedStrip }) => <UnsavedStrip />}</Part>
      )}
      <main className={classes.main}>
        <Outlet />
      </main>
      <StatusBar shop={bare ? undefined : shop} onKeys={() => setKeysShown(true)} />
      {seeking && (
        <Suspense>
          <Palette shop={shop} here={seeking} onClose={() => setSeeking(undefined)} />
        </Suspense>
      )}
      <PageOfShop />
      {keysShown && (
        <Suspense>
          <KeysDialog onGuide={openGuide} onClose={() => setKeysShown(false)} />
        </Suspense>
      )}
    </div>
  );
}

/** The product's page that is shown within the window. */
function PageOfShop() {
  const page = useViewedPage();
  if (!page) return null;
  return (
    <Suspense>
      <PageDialog page={page} onClose={closePage} />
    </Suspense>
  );
}
