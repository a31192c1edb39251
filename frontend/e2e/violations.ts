import { expect, type Page } from "@playwright/test";
import axe from "axe-core";

/** What assistive technology would trip over on the page as it is now. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const engine = (window as unknown as { axe: typeof axe }).axe;
    // A draft's frame runs no scripts, so the engine cannot look into it.
    const found = await engine.run(document, { iframes: false });
    // A menu is over the page, in no landmark of it, and has the focus until it closes.
    const inMenu = (id: string, at: unknown) => {
      const node = document.querySelector(String(at));
      return (
        id === "region" && (node?.closest("[role=menu]") || node?.querySelector("[role=menu]"))
      );
    };
    return found.violations.flatMap(({ id, nodes }) =>
      nodes
        .filter((node) => !inMenu(id, node.target[0]))
        .map((node) => `${id}: ${node.html.slice(0, 160)}`),
    );
  });
}

/** Fails where assistive technology would trip over the page as it is now, in either theme. */
export async function expectAccessible(page: Page): Promise<void> {
  const dark = await page.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches);
  for (const colorScheme of dark ? (["light", "dark"] as const) : (["dark", "light"] as const)) {
    await page.emulateMedia({ colorScheme });
    expect(await violations(page)).toEqual([]);
  }
  expect(await alikeButtons(page)).toEqual([]);
}

/** Buttons that begin alike, and why each pair may. */
const MAY_BEGIN_ALIKE: RegExp[] = [
  // Both names are given: one by the issue that asked for it, one by the guide. They differ in mark,
  // colour and key, and ask in one dialog that shows the scope first.
  /^Publish approved \d+… \| Publish All \d+…$/,
  // The selection bar says how many are selected, and does the same with these.
  /^Publish (approved|All) \d+… \| Publish \d+…$/,
  /^New job \| New job for [\d,]+$/,
  /^Undo [\d,]+… \| Undo [\d,]+…$/,
  // The bar is for the selected entries, the panel for the one that it shows.
  /^Undo [\d,]+… \| Undo…$/,
  // The two sides of one choice, each under its side.
  /^Write the other \d+ with A \| Write the other \d+ with B$/,
  // What two people wrote is one question, and answers to a margin note stand at the note.
  /^Keep mine, replace theirs on saving \| Keep, I checked it$/,
  /^Take theirs \| Take it out$/,
  // One thing in two formats.
  /^Export CSV \| Export JSONL$/,
  // Each adds to the list of the profile under which it is.
  /^Add( a fact…| up to \d+ more…)? \| Add /,
];

/**
 * The buttons on the screen of which two begin with the same word, as "Cancel" and "Cancel job".
 * Not counted: what is behind a dialog, the buttons of the rows of a list (each row has its own),
 * and filters, which are names of states.
 */
export async function alikeButtons(page: Page): Promise<string[]> {
  const pairs = await page.evaluate(() => {
    const dialogs = [...document.querySelectorAll("[role=dialog]")].filter((e) =>
      e.checkVisibility(),
    );
    const top = dialogs.at(-1) ?? document.body;
    const words = [...top.querySelectorAll("button")]
      .filter(
        (button) =>
          button.checkVisibility() &&
          !button.closest(
            "[role=row], li, [aria-pressed], nav, [role=toolbar][aria-label=Formatting]",
          ),
      )
      .map((button) => {
        const copy = button.cloneNode(true) as HTMLElement;
        for (const key of copy.querySelectorAll("kbd, [data-kbd]")) key.remove();
        return (copy.textContent ?? "").trim();
      })
      .filter((text) => /^\p{L}{2,}/u.test(text));
    const first = (text: string) => /^\p{L}+/u.exec(text)?.[0].toLowerCase();
    const distinct = [...new Set(words)];
    return distinct.flatMap((one, i) =>
      distinct
        .slice(i + 1)
        .filter((other) => first(other) === first(one))
        .map((other) => `${one} | ${other}`),
    );
  });
  return pairs.filter((pair) => !MAY_BEGIN_ALIKE.some((known) => known.test(pair)));
}
