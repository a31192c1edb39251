import { expect, type ForeignShop, test, writeAll } from "./galley";

/** Changes a title on the shop, as someone in its admin would. */
async function changeTitle(shop: ForeignShop, id: string, title: string): Promise<void> {
  const query =
    "mutation($product: ProductUpdateInput!) { productUpdate(product: $product) { userErrors { message } } }";
  const response = await fetch(`${shop.endpoint}/admin/api/2026-10/graphql.json`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Shopify-Access-Token": shop.token },
    body: JSON.stringify({ query, variables: { product: { id, title } } }),
  });
  expect(await response.json()).toMatchObject({ data: { productUpdate: { userErrors: [] } } });
}

test("a text that changed on the shop since is a conflict, and goes out only when it is seen", async ({
  page,
  galley,
  foreignShop,
}) => {
  const shop = await foreignShop(12);
  await page.goto(galley.url);
  await expect(page.getByRole("button", { name: /^Connect/ })).toBeVisible();
  await page.keyboard.press("2");
  await page.getByLabel("Shop domain").fill("lamps.myshopify.com");
  await page.getByLabel("Admin API access token").fill(shop.token);
  await page.getByRole("button", { name: "More" }).click();
  await page.getByLabel("Other address").fill(shop.endpoint);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("grid", { name: "Products" })).toBeVisible();
  await writeAll(page, "Title");

  const lists = new URL("/data/items?limit=1&job_id=1", page.url()).href;
  const first = (await (await page.request.get(lists)).json()).items[0];
  await changeTitle(shop, first.product.id, "Renamed in the admin");
  await page.keyboard.press("Control+Shift+P");
  await page.getByRole("button", { name: /^Publish \d+$/ }).click();
  await expect(page.getByRole("button", { name: /^Conflict 1/ })).toBeVisible({ timeout: 20_000 });

  await page.getByRole("button", { name: /^Conflict 1/ }).click();
  await page
    .getByRole("row")
    .getByRole("button", { name: /^Compare/ })
    .click();
  const dialog = page.getByRole("dialog", { name: /^Preview of/ });
  const onShop = dialog.frameLocator("iframe[title='On the shop now']");
  await expect(onShop.locator("body")).toContainText("Renamed in the admin");
  await page.keyboard.press("p");
  await expect(page.getByText("Publishing replaces the new text.")).toBeVisible();
  await page.getByRole("button", { name: "Publish 1", exact: true }).click();
  await expect(dialog.getByText("Published", { exact: true })).toBeVisible({ timeout: 20_000 });
});
