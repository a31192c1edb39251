import { Outlet, useLocation, useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useState } from "react";
import { useConnected } from "@/api";
import { t } from "@/strings";
import { useKeyboard, useKeys } from "@/ui/keys/useKeys";
import { LostStrip } from "./LostStrip";
import { Rail } from "./Rail";
import classes from "./Shell.module.css";
import { StatusBar } from "./StatusBar";
import { useCurrentShop } from "./useCurrentShop";

const KeysDialog = lazy(() => import("./KeysDialog"));

/** The frame around every page: rail, content, status bar. The first page stands without the rail. */
export function Shell() {
  useKeyboard();
  const bare = useLocation({ select: (location) => location.pathname === "/welcome" });
  const shop = useCurrentShop();
  const navigate = useNavigate();
  const connected = useConnected();
  const [switching, setSwitching] = useState(false);
  const [keysShown, setKeysShown] = useState(false);

  useEffect(() => {
    document.title = shop && !bare ? `${shop.name} – Galley` : "Galley";
  }, [shop, bare]);
  useKeys("shell", [
    { combos: ["?"], label: t.keys.open, run: () => setKeysShown(true) },
    {
      combos: ["mod+o"],
      label: t.shell.switchShop,
      inFields: true,
      off: bare || !shop,
      run: () => setSwitching(true),
    },
    {
      combos: ["n"],
      label: t.jobs.newJob,
      off: bare || !shop,
      run: () =>
        shop &&
        navigate({ to: "/s/$shop/products", params: { shop: shop.id }, search: { new: true } }),
    },
  ]);

  return (
    <div className={classes.app} data-bare={bare || undefined}>
      {!bare && <Rail shop={shop} switching={switching} onSwitching={setSwitching} />}
      {!connected && <LostStrip />}
      <main className={classes.main}>
        <Outlet />
      </main>
      <StatusBar shop={bare ? undefined : shop} onKeys={() => setKeysShown(true)} />
      {keysShown && (
        <Suspense>
          <KeysDialog onClose={() => setKeysShown(false)} />
        </Suspense>
      )}
    </div>
  );
}
