import { expect, openDemoShop, test } from "./galley";

test("a text of a collection is written, reviewed, published and undone", async ({
  page,
  galley,
}) => {
  await openDemoShop(page, galley);
  await page.keyboard.press("n");
  const panel = page.getByRole("complementary", { name: "New job" });
  await panel.getByText("Collections", { exact: true }).click();
  await panel.getByText("Meta description", { exact: true }).click();
  await panel.getByRole("switch", { name: "Only where it is empty" }).click();
  const chosen = panel.getByRole("checkbox").first();
  await chosen.check();
  await expect(panel.getByText("1 chosen")).toBeVisible();
  await page.screenshot({ path: test.info().outputPath("new-job.png") });
  await panel.getByRole("button", { name: "Write 1 collection meta description" }).click();
  await expect(page.getByText("Completed", { exact: true })).toBeVisible();
  await expect(page.getByRole("columnheader", { name: "Collection" })).toBeVisible();
  await expect(page.getByRole("button", { name: /^View product/ })).toHaveCount(0);

  await page.getByRole("button", { name: /^Preview/ }).click();
  const dialog = page.getByRole("dialog", { name: /^Preview of/ });
  await expect(dialog.getByText("Search result")).toBeVisible();
  await page.emulateMedia({ colorScheme: "dark" });
  await page.screenshot({ path: test.info().outputPath("preview.png") });
  await page.keyboard.press("p");
  await page
    .getByRole("dialog", { name: /^Publish 1 collection meta description/ })
    .getByRole("button", { name: "Publish 1", exact: true })
    .click();
  await expect(dialog.getByText("Published", { exact: true })).toBeVisible();

  await dialog.getByRole("button", { name: "Undo" }).click();
  await page
    .getByRole("dialog", { name: "Put back the earlier text of 1 collection?" })
    .getByRole("button", { name: "Put back 1" })
    .click();
  await expect(dialog.getByText("Published", { exact: true })).toBeHidden();
});
