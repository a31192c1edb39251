// Runs before the first paint, and before the program (vite.firstpaint.ts): it must stay small.
import { given } from "@/api/given";
import { shopCode } from "@/domain/shopCode";
import { hasNoRail, lastPlace, lastShop, opensAt, shopIn } from "./place";

const page = document.documentElement;

// First, so that nothing that fails below leaves the page without its program.
loadAfterPaint(document.currentScript?.dataset ?? {});
setAppearance();
const opens = whereItOpens();
page.toggleAttribute("data-first", opens === undefined || hasNoRail(opens.path));
document.addEventListener("DOMContentLoaded", () => opens && fillFrame(opens));

/** A dark window never flashes white. */
function setAppearance() {
  page.toggleAttribute("data-linux", navigator.platform.startsWith("Linux"));
  const chosen = localStorage.getItem("galley-theme");
  const dark =
    chosen === "dark" || (chosen !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  page.setAttribute("data-mantine-color-scheme", dark ? "dark" : "light");
  const size = Number(localStorage.getItem("galley-text-size"));
  if (size > 0) page.style.setProperty("--text-scale", String(size / 100));
}

interface Opens {
  path: string;
  /** Its name; undefined where the page came without data, as it does to browsers. */
  shop: string | undefined;
}

/** What the program will open, as far as it is known now; undefined on a first start. */
function whereItOpens(): Opens | undefined {
  const shops = given().ListShops;
  const here = location.hash.slice(1);
  const addressed = here.length > 1 ? here : undefined;
  if (shops === undefined) {
    const last = lastShop();
    if (!last) return undefined;
    const place = lastPlace();
    const href = addressed ?? opensAt(place, [{ id: (place && shopIn(place)) || last }]);
    return { path: pathOf(href), shop: undefined };
  }
  const href = addressed ?? opensAt(lastPlace(), shops ?? []);
  const wanted = shopIn(href) ?? lastShop();
  const shop = shops?.find(({ id }) => id === wanted) ?? shops?.[0];
  return shop && { path: pathOf(href), shop: shop.name };
}

function pathOf(href: string): string {
  return href.split("?")[0] ?? "";
}

/** Puts into the frame of a page what was not known when it was built. */
function fillFrame({ path, shop }: Opens) {
  const frame = document.getElementById("frame");
  const [, word = "", deeper] = /^\/(?:s\/[^/]+\/)?([a-z]+)(\/.)?/.exec(path) ?? [];
  const current = word === "collections" || word === "keyphrases" ? "products" : word;
  frame?.querySelector(`a[data-page="${current}"]`)?.setAttribute("aria-current", "page");
  if (!deeper) frame?.querySelector(`[data-of="${word}"]`)?.removeAttribute("hidden");
  if (shop === undefined) return;
  const setText = (what: string, text: string) =>
    frame?.querySelector(`[${what}]`)?.replaceChildren(text);
  setText("data-shop", shop);
  setText("data-code", shopCode({ name: shop }));
}

/**
 * Loads the built program once the frame is painted: a script that comes earlier holds the paint back. A page that
 * nobody sees is not painted, and some web views do not say so. The program waits for its styles (main.tsx).
 */
function loadAfterPaint({ program, styles }: DOMStringMap) {
  const LATEST = 300; // ms
  if (!program || !styles) return; // in development
  const load = () => {
    if (window.styled) return;
    window.styled = new Promise((done) => {
      const link = document.createElement("link");
      document.head.append(
        Object.assign(link, { rel: "stylesheet", href: styles, onload: done, onerror: done }),
      );
    });
    document.head.append(
      Object.assign(document.createElement("script"), { type: "module", src: program }),
    );
  };
  if (document.hidden) load();
  else requestAnimationFrame(() => setTimeout(load));
  setTimeout(load, LATEST);
}
