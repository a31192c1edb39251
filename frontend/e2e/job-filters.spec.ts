import { expect, test } from "./desk";
import { painted } from "./galley";
import { violations } from "./violations";

test("a job's list is narrowed by what its products are, and stays so in the address", {
  tag: "@deep",
}, async ({ page, desk }) => {
  await desk.writer("template");
  const job = await desk.job({ field: "seo_title", products: desk.products.slice(0, 6) });
  await page.goto(desk.address(`jobs/${job}`));
  await expect(page.getByRole("row").nth(6)).toBeVisible();
  await painted(page);

  await page.keyboard.press("Shift+f");
  const vendors = page.getByRole("group", { name: "Vendor" });
  const first = vendors.getByRole("checkbox").first();
  await first.check();
  const chosen = page.getByRole("row");
  await expect(page).toHaveURL(/vendor=/);
  await page.keyboard.press("Escape");
  const narrowed = await chosen.count();
  expect(await violations(page)).toEqual([]);
  await page.reload();
  await expect(page.getByText(/^Vendor/)).toBeVisible();
  await expect(chosen).toHaveCount(narrowed);

  await page.getByRole("button", { name: "Too short" }).click();
  await expect(page).toHaveURL(/also=/);
  await page.getByRole("button", { name: "Reset the filters" }).click();
  await expect(page).not.toHaveURL(/vendor=/);
});
