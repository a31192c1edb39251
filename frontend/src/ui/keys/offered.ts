import { t } from "@/strings";
import { notifyPlain } from "../notify";
import type { Binding } from "./registry";

/** Something that can be pressed, as the palette and the menu of a row list it. */
export interface Offered {
  label: string;
  /** The key that does the same. */
  combo: string | undefined;
  /** The row that it is for. */
  row: string | undefined;
  press(): void;
}

/** Marks an element as a row with that name; the row under the cursor has data-current too. */
export const ROW = "data-row";

/** Marks a list of which rows are selected, with how many: "3 selected rows". */
export const SELECTED = "data-selected-rows";

/** Marks the bar with what can be done with the selected rows. */
export const SELECTION_BAR = "data-selection-bar";

/** What an action is for: the row under the cursor, or the list with the selected rows, by the name that is shown. */
export interface Target {
  element: HTMLElement;
  name: string;
}

export const currentRow = () => targetAt(`[${ROW}][data-current]`, ROW);
export const selectedRows = () => targetAt(`[${SELECTED}]`, SELECTED);

function targetAt(selector: string, name: string): Target | undefined {
  const element = document.querySelector<HTMLElement>(selector);
  return element ? { element, name: element.getAttribute(name) ?? "" } : undefined;
}

/** What a key acts on now; undefined where that is neither a row nor a selection. */
export function targetOf({
  onRow,
  onSelection,
}: Pick<Binding, "onRow" | "onSelection">): Target | undefined {
  return (onSelection ? selectedRows() : undefined) ?? (onRow ? currentRow() : undefined);
}

/**
 * Whether it is still what a person read: rows come, go and move while a menu or the palette is open. Of selected rows
 * it compares how many, not which: another selection of as many passes.
 */
export const isSame = (now: Target | undefined, then: Target | undefined) =>
  now?.element === then?.element && now?.name === then?.name;

type Named = Pick<Binding, "label" | "asks">;

/** Whether an action is the one that a person read. Only one that asks may have another count by now. */
export const isSameAction = (now: Named, then: Named) =>
  now.label === then.label || (now.asks !== undefined && now.asks === then.asks);

/** Says why what was chosen in a menu or in the palette was not done. */
export const sayChanged = () => notifyPlain(t.keys.changed);

/** Does what a key does, unless its row is out of sight: then it comes into sight, and nothing is done. */
export function runShown({ shown, run }: Pick<Binding, "shown" | "run">): void {
  if (shown?.() ?? true) run();
  else notifyPlain(t.keys.outOfSight);
}

/** The rail's places are listed by name; a menu is offered by what is in it. Neither is offered as a button. */
const ELSEWHERE = "[data-rail], [aria-haspopup=menu], [role=menu]";

/** The buttons and links in an element, each label once. Of rows, only of the one under the cursor, or of itself. */
export function offeredIn(root: Element): Offered[] {
  const seen = new Set<string>();
  return [...root.querySelectorAll<HTMLElement>("button:not(:disabled), a[href]")].flatMap(
    (element) => {
      const row = element.closest<HTMLElement>(`[${ROW}]`);
      const label = labelOf(element, row?.dataset.row);
      const combo = comboOf(element);
      const same = `${label} ${combo}`;
      if (label === "" || seen.has(same) || element.closest(ELSEWHERE)) return [];
      if (!isFor(element, row, root) || !isShown(element)) return [];
      seen.add(same);
      return [{ label, combo, row: row?.dataset.row, press: () => press(element) }];
    },
  );
}

const comboOf = (element: HTMLElement) =>
  element.dataset.kbd ?? element.querySelector<HTMLElement>("[data-kbd]")?.dataset.kbd;

/** What opens a row is not offered for it: that is its Enter. */
function isFor(element: HTMLElement, row: HTMLElement | null, root: Element): boolean {
  if (row === null) return true;
  return element.tabIndex >= 0 && (row === root || row.dataset.current !== undefined);
}

/** The words of a button, without the keys that are shown in it and without the name of its row. */
function labelOf(element: HTMLElement, row: string | undefined): string {
  if (element.dataset.offered) return element.dataset.offered;
  const words = wordsOf(element);
  const label = element.getAttribute("aria-label");
  if (!label) return words;
  // A button of a row says what it is for; beside the row's name its words are enough.
  if (row !== undefined && words !== "") return words;
  return row !== undefined && label.endsWith(` ${row}`) ? label.slice(0, -row.length - 1) : label;
}

function wordsOf(element: HTMLElement): string {
  const words = element.cloneNode(true) as HTMLElement;
  for (const hidden of words.querySelectorAll("kbd, svg, [aria-hidden=true]")) hidden.remove();
  // A count in an element of its own is a word of its own.
  for (const part of words.querySelectorAll("*")) part.before(" ");
  return words.textContent.replace(/\s+/g, " ").trim();
}

export const isShown = (element: Element) =>
  getComputedStyle(element).visibility !== "hidden" && isDisplayed(element);

const isDisplayed = (element: Element | null): boolean =>
  !element || (getComputedStyle(element).display !== "none" && isDisplayed(element.parentElement));

/** A button that is gone, or may not be pressed any more, is not pressed. */
function press(element: HTMLElement): void {
  if (!element.isConnected || !isShown(element) || element.matches(":disabled")) {
    sayChanged();
    return;
  }
  element.focus();
  element.click();
}
