import { t } from "@/strings";
import {
  isSame,
  isSameAction,
  isShown,
  offeredIn,
  runShown,
  sayChanged,
  type Target,
  targetOf,
} from "@/ui/keys/offered";
import { activeLayers, type Binding } from "@/ui/keys/registry";
import type { Entry } from "./entries";

/** What can be done where the palette is about to be opened: by key, and by the buttons there. */
export function actionsHere(): Entry[] {
  return [...keysHere(), ...buttonsHere()];
}

function keysHere(): Entry[] {
  return bindingsHere().flatMap((binding): Entry[] => {
    const { label, asks, off, onRow } = binding;
    const target = targetOf(binding);
    // What is not on screen is not acted on.
    if (off || label === t.shell.openPalette || (onRow && !target)) return [];
    const [combo] = binding.combos;
    const run = () => doNow({ label, asks, combo, target });
    return [{ id: `do ${label} ${combo}`, label, note: "", target: target?.name, combo, run }];
  });
}

const bindingsHere = () => activeLayers().flatMap((layer) => layer.bindings);

/** The page may have changed under the palette: only what the entry said is done, and only with what it said. */
function doNow(then: Then) {
  const binding = bindingsHere().find(
    (now) => isSameAction(now, then) && now.combos[0] === then.combo && !now.off,
  );
  if (binding && isSame(targetOf(binding), then.target)) runShown(binding);
  else sayChanged();
}

interface Then extends Pick<Binding, "label" | "asks"> {
  combo: string | undefined;
  target: Target | undefined;
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
    note: "",
    target: row,
    combo,
    run: press,
  }));
}
