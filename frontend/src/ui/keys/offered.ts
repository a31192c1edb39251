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
      if (!isFor(element, row, root)) return [];
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

/** A button that is gone, or may not be pressed any more, is not pressed. */
function press(element: HTMLElement): void {
  if (!element.isConnected || element.matches(":disabled")) return;
  element.focus();
  element.click();
}
