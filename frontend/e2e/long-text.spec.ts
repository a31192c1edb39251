import type { Page } from "@playwright/test";
import { type Desk, expect, test } from "./desk";

/** Texts that break a layout which trusts its texts. */
const TEXTS: Record<string, string> = {
  "a title without an end": "Handwoven seagrass basket with a lid ".repeat(7).slice(0, 255),
  "one word without a place to break": "Donaudampfschifffahrt".repeat(12).slice(0, 255),
  "from right to left": "مصباح مكتب من خشب البلوط بقاعدة ثقيلة ".repeat(6).slice(0, 255),
  "no spaces between words": "手作りの湯呑みと急須と茶托の揃い".repeat(15).slice(0, 255),
  "signs beyond the alphabet": "Lamp 🪔👩🏽‍🌾🧵 ".repeat(14).trim(),
};

/** Nothing runs over the edge, and no part of a row lies over another. */
async function fits(page: Page): Promise<void> {
  const over = await page.evaluate(() => {
    const wide = (element: Element | null) =>
      element ? element.scrollWidth - element.clientWidth : 0;
    const boxes = [document.documentElement, document.querySelector("main")].map(wide);
    const dialog = [...document.querySelectorAll("[role=dialog]")].map(wide);
    const rows = [...document.querySelectorAll("[role=row]")].filter((row) => {
      const cells = [...row.children].map((cell) => cell.getBoundingClientRect());
      return cells.some((cell, i) => i > 0 && cell.left < (cells[i - 1]?.right ?? 0) - 1);
    });
    return [...boxes, ...dialog, rows.length];
  });
  expect(over.filter((pixels) => pixels !== 0)).toEqual([]);
}

async function rename(desk: Desk, i: number, title: string): Promise<void> {
  const handle = desk.products[i]?.handle ?? "";
  await desk.shop.change(handle, { title, descriptionHtml: `<p>${title} ${title}</p>` });
}

for (const size of [
  { width: 1000, height: 640 },
  { width: 1440, height: 900 },
]) {
  test(`texts of any kind keep their places, ${size.width} px`, async ({ page, desk }) => {
    await page.setViewportSize(size);
    const titles = Object.values(TEXTS);
    for (const [i, title] of titles.entries()) await rename(desk, i, title);
    const shop = /\/s\/([^/]+)/.exec(desk.address("products"))?.[1] ?? "";
    await desk.galley.run("sync", shop);
    await desk.writer("template");
    const id = await desk.job({
      field: "description",
      instructions: Object.values(TEXTS).join(" "),
    });

    await page.goto(desk.address("products"));
    await expect(page.getByRole("row", { name: /Donaudampf/ })).toBeVisible();
    await fits(page);
    await page.goto(desk.address(`jobs/${id}`));
    await expect(page.getByRole("row", { name: /Donaudampf/ })).toBeVisible();
    await fits(page);
    await expect(page.getByRole("button", { name: /^Publish All/ })).toBeInViewport({ ratio: 1 });
    for (const [name, title] of Object.entries(TEXTS)) {
      await test.step(name, async () => {
        await page.goto(
          desk.address(
            `jobs/${id}?q=${encodeURIComponent([...title].slice(0, 6).join("").trim())}`,
          ),
        );
        await page
          .getByRole("button", { name: /^Preview/ })
          .first()
          .click();
        const dialog = page.getByRole("dialog", { name: /^Preview of/ });
        await expect(dialog.frameLocator("iframe[title=Draft]").locator("body")).not.toBeEmpty();
        await fits(page);
        await expect(dialog.getByRole("button", { name: /^Publish…/ })).toBeInViewport({
          ratio: 1,
        });
        await expect(dialog.getByRole("button", { name: "Close preview" })).toBeInViewport({
          ratio: 1,
        });
      });
    }
    await page.goto(desk.address(`products/${desk.products[1]?.handle}`));
    await expect(page.getByRole("toolbar", { name: "Formatting" })).toBeVisible();
    await fits(page);
  });
}
