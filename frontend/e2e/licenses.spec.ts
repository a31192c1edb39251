import { expect, openDemoShop, test } from "./galley";
import { expectAccessible } from "./violations";

test("Settings has the licences of the libraries", async ({ page, galley }) => {
  await openDemoShop(page, galley);
  await page.getByRole("link", { name: "Settings" }).click();
  await page.getByRole("button", { name: "Licences of libraries" }).click();
  const dialog = page.getByRole("dialog", { name: "Licences of libraries" });
  await expect(dialog.locator("pre")).toContainText("MIT");
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
});
