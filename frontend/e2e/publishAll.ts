import { expect, type Page } from "@playwright/test";

/** Confirms the question of Publish All: so many drafts that nobody opened, with their tick. */
export async function confirmAll(page: Page, n: number | RegExp): Promise<void> {
  const question = page.getByRole("dialog", { name: /^Publish/ });
  const button = question.getByRole("button", {
    name: typeof n === "number" ? `Publish ${n}` : n,
    exact: true,
  });
  await expect(button).toBeDisabled();
  await question.getByRole("checkbox", { name: /that nobody opened$/ }).check();
  await button.click();
}
