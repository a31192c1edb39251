import { mkdirSync } from "node:fs";
import type { Page } from "@playwright/test";

/** Where screenshots are kept. */
export const folder = process.env.GALLEY_SCREENSHOTS ?? "../docs/screenshots";
mkdirSync(folder, { recursive: true });

/** Takes a screenshot of the current page in both themes. */
export async function take(page: Page, name: string): Promise<void> {
  for (const theme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    await page.waitForLoadState("networkidle", { timeout: 2_000 }).catch(() => {});
    await page.evaluate(() => document.fonts.ready);
    await page.waitForTimeout(250);
    await page.screenshot({ path: `${folder}/${name}-${theme}.png` });
  }
}
