import { mkdirSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expectAccessible } from "./violations";

/** Where the pictures go that a person looks at; none are taken without it. */
const pictures = process.env.GALLEY_LOOK;

/** Checks a state of a page with axe, and keeps pictures of it where they are wanted. */
export async function look(page: Page, name: string): Promise<void> {
  await expectAccessible(page);
  if (!pictures) return;
  mkdirSync(pictures, { recursive: true });
  for (const theme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    await page.waitForTimeout(300);
    await page.screenshot({ path: `${pictures}/${name}-${theme}.png` });
  }
}
