import { expect, type Page } from "@playwright/test";

/** Confirms the question of Publish All, with its tick where there are drafts that nobody opened. */
export async function confirmAll(page: Page, n: number | RegExp): Promise<void> {
  const question = page.getByRole("dialog", { name: /^(Publish|Collect)/ });
  const name = typeof n === "number" ? `Publish ${n}` : n;
  const button = question.getByRole("button", { name, exact: true });
  await expect(button).toBeVisible();
  const tick = question.getByRole("checkbox", { name: /that nobody opened$/ });
  if ((await tick.count()) > 0) {
    await expect(button).toBeDisabled();
    await tick.check();
  }
  await button.click();
}
