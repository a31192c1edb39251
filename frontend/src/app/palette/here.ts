import { t } from "@/strings";
import { activeLayers } from "@/ui/keys/registry";
import type { Entry } from "./entries";

/** What can be done where the palette is about to be opened: by key, and by the buttons there. */
export function actionsHere(): Entry[] {
  return [...keysHere(), ...buttonsHere()];
}

function keysHere(): Entry[] {
  return activeLayers()
    .flatMap((layer) => layer.bindings)
    .flatMap(({ combos, label, run, off }): Entry[] =>
      off || label === t.palette.open
        ? []
        : [{ id: `do ${label}`, label, note: "", combo: combos[0], run }],
    );
}

/** What the rows of a list offer is reached by their menu; the rail's places are listed by name. */
const ELSEWHERE = "[role=grid], nav";

/**
 * What can be pressed on the page that the palette was opened over: its buttons, by their names. A page that has a
 * dialog open offers those of the dialog.
 */
export function buttonsHere(): Entry[] {
  const dialogs = document.querySelectorAll<HTMLElement>("[role=dialog], [role=alertdialog]");
  const top = dialogs[dialogs.length - 1] ?? document.body;
  const seen = new Set<string>();
  return [...top.querySelectorAll<HTMLButtonElement>("button:not(:disabled)")].flatMap((button) => {
    const label = nameOf(button);
    if (label === "" || seen.has(label) || button.closest(ELSEWHERE)) return [];
    seen.add(label);
    return [{ id: `press ${label}`, label, note: "", run: () => press(button) }];
  });
}

/** The words of a button, without the keys that are shown in it. */
function nameOf(button: HTMLElement): string {
  const label = button.getAttribute("aria-label");
  if (label) return label;
  const words = button.cloneNode(true) as HTMLElement;
  for (const hidden of words.querySelectorAll("kbd, svg, [aria-hidden=true]")) hidden.remove();
  return words.textContent.replace(/\s+/g, " ").trim();
}

/** A button that is gone, or may not be pressed any more, is not pressed. */
function press(button: HTMLButtonElement): void {
  if (!button.isConnected || button.disabled) return;
  button.focus();
  button.click();
}
