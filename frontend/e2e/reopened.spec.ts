import { expect, test } from "./galley";

test("the code of the last page is loaded while shops are asked for", async ({ page, galley }) => {
  await galley.run("shop", "add", "demo", "--drafts");
  await page.goto(galley.url);
  await expect(page.getByRole("row").nth(5)).toBeVisible();

  let answer = () => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route("**/rpc/ListShops", async (route) => {
    await held;
    await route.continue();
  });
  const code = page.waitForRequest(/assets\/ProductsRoute-/);
  await page.goto("about:blank");
  await page.goto(new URL(galley.url).origin);
  await code;
  await expect(page.getByRole("row")).toHaveCount(0);
  answer();
  await expect(page.getByRole("row").nth(5)).toBeVisible();
});
