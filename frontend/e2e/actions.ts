import { expect, type Page } from "@playwright/test";

/** Something that can be pressed. */
export interface Action {
  /** What it is called on the page, without the name of its row. */
  name: string;
  key: string;
  /** The name of the row that it is in, if it is in one. */
  row: string;
  /** It opens its row, which Enter does too. */
  opens: boolean;
  /** It is one of the places of the rail, which the palette lists by name. */
  rail: boolean;
}

/**
 * What can be pressed where the page is, or in the topmost dialog. Of the rows of a list, the one under the cursor; what
 * opens a menu stands for what is in it.
 */
export function collect(page: Page): Promise<Action[]> {
  return page.evaluate(() => {
    const shown = (element: Element) => element.checkVisibility({ visibilityProperty: true });
    const rowOf = (element: Element) => element.closest<HTMLElement>("[data-row]");
    const counts = (element: HTMLElement) =>
      shown(element) &&
      !element.matches(":disabled, [inert] *, [aria-haspopup=menu]") &&
      rowOf(element)?.hasAttribute("data-current") !== false;
    const keyOf = (element: HTMLElement) =>
      [...element.querySelectorAll<HTMLElement>("[data-kbd]")]
        .map((one) => one.textContent)
        .join(" ");
    const wordsOf = (element: HTMLElement) => {
      // biome-ignore lint/performance/useDomNodeTextContent: only what is shown, and apart where lines break
      const words = element.innerText.replace(/\s+/g, " ").trim();
      const key = keyOf(element);
      if (key !== "" && words.startsWith(`${key} `)) return words.slice(key.length).trim();
      return key !== "" && words.endsWith(key) ? words.slice(0, -key.length).trim() : words;
    };
    const nameOf = (element: HTMLElement) => {
      const words = wordsOf(element);
      const label = element.getAttribute("aria-label") ?? "";
      const title = rowOf(element)?.dataset.row;
      if (element.closest("[role=columnheader]")) return `Order by ${words}`;
      if (title === undefined) return label || words;
      return words || (label.endsWith(` ${title}`) ? label.slice(0, -title.length - 1) : label);
    };
    const dialogs = [...document.querySelectorAll("[role=dialog], [role=alertdialog]")];
    const top = dialogs.filter(shown).at(-1) ?? document.body;
    const pressable = "button, a[href], [role=button], [role=tab], [role=menuitem]";
    return [...top.querySelectorAll<HTMLElement>(pressable)].filter(counts).map((element) => ({
      name: nameOf(element),
      key: keyOf(element),
      row: rowOf(element)?.dataset.row ?? "",
      opens: rowOf(element) !== null && element.tabIndex < 0,
      rail: element.closest("[data-rail]") !== null,
    }));
  });
}

/** Opens the palette over what is on the page. */
export async function openPalette(page: Page): Promise<void> {
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("combobox", { name: /^Shop, product/ })).toBeFocused();
}

/** What the open palette offers for these words: the name of each entry, and its key. */
export async function offers(page: Page, words: string): Promise<{ name: string; key: string }[]> {
  await page.getByRole("combobox", { name: /^Shop, product/ }).fill(words);
  const found = page.getByRole("listbox", { name: "Found" }).getByRole("option");
  return found.evaluateAll((entries) =>
    entries.map((entry) => ({
      name: entry.querySelector("span")?.textContent.trim() ?? "",
      key: entry.querySelector("[data-kbd]")?.textContent ?? "",
    })),
  );
}

/** The menu of the row under the cursor: what it offers, and the keys. Empty where the page has no row. */
export async function menuOfRow(page: Page): Promise<{ name: string; key: string }[]> {
  const row = page.locator("[data-row][data-current]").first();
  if (!(await row.isVisible()) || (await page.getByRole("dialog").count()) > 0) return [];
  await row.click({ button: "right", position: { x: 4, y: 4 } });
  const entries = page.getByRole("menuitem");
  await expect(entries.first()).toBeVisible();
  const found = await entries.evaluateAll((all) =>
    all.map((entry) => {
      const key = entry.querySelector("[data-kbd]")?.textContent ?? "";
      const words = entry.textContent ?? "";
      return { name: words.slice(0, words.length - key.length).trim(), key };
    }),
  );
  await page.keyboard.press("Escape");
  await expect(entries.first()).toBeHidden();
  return found;
}

/** The keys that do something here, by what they do. */
export async function keysHere(page: Page): Promise<string[]> {
  await page.keyboard.press("?");
  const dialog = page.getByRole("dialog", { name: "Keys" });
  await expect(dialog).toBeVisible();
  const names = await dialog.locator("dd").allInnerTexts();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  return names;
}
