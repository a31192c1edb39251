import { expect, openDemoShop, test, writeAll } from "./galley";

test("SEO scores shown (for SEO fields, Pro/Max only)", async ({ page, galley }) => {
  await openDemoShop(page, galley);
  await writeAll(page, "SEO title");
  const job = page.url();
  const row = page.getByRole("row", { name: /Brass Ruler/ });
  await expect(page.getByRole("columnheader", { name: "Score and warnings" })).toBeVisible();
  await expect(row).toContainText(/\d+(Good|Fair|Poor)/);

  const plan = async (name: string) => {
    await page.getByRole("link", { name: /All shops/ }).click();
    await page.getByLabel(/^Plan of/).selectOption(name);
    await page.goto(job);
    await expect(row).toBeVisible();
  };
  await plan("Free");
  await expect(page.getByRole("columnheader", { name: "Warnings", exact: true })).toBeVisible();
  await expect(row).not.toContainText(/(Good|Fair|Poor)/);
  await page.keyboard.press("Space");
  const dialog = page.getByRole("dialog", { name: /^Preview of/ });
  await expect(dialog.getByText("Other checks")).toBeVisible();
  await expect(dialog.getByText("SEO score")).toBeHidden();
  await page.keyboard.press("Escape");

  await plan("Pro");
  await expect(row).toContainText(/\d+(Good|Fair|Poor)/);
  await page.keyboard.press("Space");
  await expect(dialog.getByText("SEO score")).toBeVisible();
});
