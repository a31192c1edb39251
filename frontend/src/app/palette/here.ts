import { t } from "@/strings";
import { offeredIn } from "@/ui/keys/offered";
import { activeLayers } from "@/ui/keys/registry";
import type { Entry } from "./entries";

/** What can be done where the palette is about to be opened: by key, and by the buttons there. */
export function actionsHere(): Entry[] {
  return [...keysHere(), ...buttonsHere()];
}

function keysHere(): Entry[] {
  return bindingsHere().flatMap(({ combos, label, off }): Entry[] =>
    off || label === t.palette.open
      ? []
      : [{ id: `do ${label}`, label, note: "", combo: combos[0], run: () => doNow(label) }],
  );
}

const bindingsHere = () => activeLayers().flatMap((layer) => layer.bindings);

/** The page may have changed under the palette: what is done is what the key does now, for what is on screen. */
function doNow(label: string): void {
  const binding = bindingsHere().find((one) => one.label === label && !one.off);
  if (binding && (binding.shown?.() ?? true)) binding.run();
}

/**
 * What can be pressed where the palette was opened, by its name: on the page and in the row under the cursor, or in the
 * dialog over them.
 */
export function buttonsHere(): Entry[] {
  const dialogs = [...document.querySelectorAll("[role=dialog], [role=alertdialog]")];
  // One that was opened before may be kept, without being shown.
  const top = dialogs.filter(isShown).at(-1) ?? document.body;
  return offeredIn(top).map(({ label, combo, row, press }) => ({
    id: `press ${label} ${combo}`,
    label,
    note: row ?? "",
    combo,
    run: press,
  }));
}

function isShown(element: Element | null): boolean {
  return (
    !element || (getComputedStyle(element).display !== "none" && isShown(element.parentElement))
  );
}
