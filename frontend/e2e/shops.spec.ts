import { expect, test } from "./galley";

test("a Shopify shop by domain and token: connect, check, long list, remove", async ({
  page,
  galley,
  foreignShop,
}) => {
  const shop = await foreignShop(3000);
  await page.goto(galley.url);
  await expect(page.getByRole("button", { name: /^Connect/ })).toBeVisible();
  await page.keyboard.press("2");
  const panel = page.getByRole("complementary", { name: "Add a shop" });
  await panel.getByRole("button", { name: /^Connect/ }).click();
  await expect(panel.getByText("Enter the token.")).toBeVisible();

  await panel.getByLabel("Shop domain").fill("lamps.myshopify.com");
  await panel.getByLabel("Admin API access token").fill("wrong");
  await panel.getByRole("button", { name: "More" }).click();
  await panel.getByLabel("Other address").fill(shop.endpoint);
  await page.keyboard.press("Control+Enter");
  await expect(panel.getByText("shop_token")).toBeAttached();

  await panel.getByLabel("Admin API access token").fill(shop.token);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("status").filter({ hasText: "3,000" })).toBeVisible();

  await test.step("a long list has no blank rows, wherever it is scrolled to", async () => {
    const grid = page.getByRole("grid", { name: "Products" });
    await grid.hover();
    for (let i = 0; i < 5; i++) await page.mouse.wheel(0, 22_000);
    await expect(grid.getByRole("row").last()).toBeVisible();
    await expect(page.getByRole("checkbox", { name: "Not loaded yet" })).toHaveCount(0);
    await page.keyboard.press("Control+a");
    await expect(page.getByText("All 3,000 selected")).toBeVisible();
    await page.keyboard.press("Escape");
  });

  await page.getByRole("link", { name: /All shops/ }).click();
  await page.getByRole("button", { name: "Check", exact: true }).click();
  await expect(page.getByText("3,000 products")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /^Remove/ }).click();
  await page.getByRole("button", { name: "Remove shop" }).click();
  await expect(page.getByText("No shop yet.")).toBeVisible();
});

test("settings: the strategy of new jobs, saved and kept", { tag: "@deep" }, async ({
  page,
  galley,
}) => {
  await galley.run("shop", "add", "demo");
  await page.goto(galley.url);
  await page.getByRole("link", { name: "Settings" }).click();
  await page.getByRole("radio", { name: "Publish without review" }).check();
  await expect(page.getByText("1 change not saved")).toBeVisible();
  await page.keyboard.press("Control+s");
  await expect(page.getByText("1 change not saved")).toBeHidden();
  expect(await galley.run("settings", "get", "strategy")).toContain("publish");

  await page.getByText("Dark", { exact: true }).click();
  await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", "dark");
  await page.getByText("125 %").click();
  await expect
    .poll(() => page.evaluate(() => getComputedStyle(document.documentElement).fontSize))
    .toBe("20px");

  await page.getByText("Model endpoint").click();
  await page.getByLabel("Address").fill("http://127.0.0.1:9/v1");
  await page.getByRole("textbox", { name: "Model" }).fill("none");
  await page.getByRole("button", { name: "Test connection" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
});
