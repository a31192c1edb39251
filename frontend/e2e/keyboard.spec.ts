import { expect, openDemoShop, painted, test } from "./galley";

test("the main job by keyboard alone", async ({ page, galley }) => {
  await openDemoShop(page, galley);
  const press = (...keys: string[]) =>
    keys.reduce((done, key) => done.then(() => page.keyboard.press(key)), Promise.resolve());

  await press("/");
  await page.keyboard.type("knife");
  await expect(page.getByRole("status").filter({ hasText: "of 77" })).toBeVisible();
  await press("Enter", "x");
  await expect(page.getByText(/selected/).first()).toBeVisible();
  await press("n");
  const panel = page.getByRole("complementary", { name: "New job" });
  await expect(panel.locator(":focus")).toHaveCount(1); // its first field
  await panel.getByRole("switch", { name: "Only where it is empty" }).focus();
  await press("Space");
  await expect(panel.getByRole("button", { name: /^Write 1 description/ })).toBeEnabled();
  await press("Control+Enter");
  await expect(page.getByText("Completed", { exact: true })).toBeVisible();

  await press("Space");
  const dialog = page.getByRole("dialog", { name: /^Preview of .*knife/i });
  await expect(dialog).toBeVisible();
  await painted(page);
  await press("a");
  await press("Escape");
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("row", { name: /Approved/ })).toBeVisible();
  await page.goBack(); // to the page before the job, and not into the preview again
  await expect(page).not.toHaveURL(/jobs/);
  await page.goForward();
  await expect(page).toHaveURL(/jobs\/\d+$/);
  await expect(page.getByRole("row", { name: /Approved/ })).toBeVisible();
  await expect(dialog).toBeHidden();
  await press("Control+z");
  await expect(page.getByRole("row", { name: /To review/ })).toBeVisible();
  await press("r");
  await expect(page.getByRole("row", { name: /Rejected/ })).toBeVisible();
  await press("Control+z");
  await expect(page.getByRole("row", { name: /To review/ })).toBeVisible();

  await press("Control+Shift+P");
  const question = page.getByRole("dialog", { name: /^Publish/ });
  await expect(question.getByRole("button", { name: "Publish 1", exact: true })).toBeFocused();
  await press("Enter");
  await expect(page.getByRole("row", { name: /Published/ })).toBeVisible();
});

test("? shows the keys that work here", async ({ page, galley }) => {
  await openDemoShop(page, galley);
  await page.keyboard.press("?");
  const keys = page.getByRole("dialog", { name: "Keys" });
  await expect(keys).toContainText("Select all that match");
  await page.keyboard.press("Escape");
  await expect(keys).toBeHidden();
  await page.keyboard.press("Control+o");
  await expect(page.getByRole("combobox", { name: "Find a shop" })).toBeFocused();
});
