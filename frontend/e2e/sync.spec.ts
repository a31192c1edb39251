import { expect, type ForeignShop, test } from "./galley";
import { expectAccessible } from "./violations";

/** The states of the lists that the shop was asked for. */
async function listsOf({ endpoint, token }: ForeignShop): Promise<string[]> {
  const response = await fetch(`${endpoint}/admin/api/2026-10/graphql.json`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Shopify-Access-Token": token },
    body: JSON.stringify({ query: "{ bulkOperations(first: 9) { nodes { status } } }" }),
  });
  const { data } = (await response.json()) as {
    data: { bulkOperations: { nodes: { status: string }[] } };
  };
  return data.bulkOperations.nodes.map(({ status }) => status);
}

// The shop's first list stands still for minutes; pages of the sync stay within the test.
test("a sync is stopped, and its list with it; the next one starts again", async ({
  page,
  galley,
  foreignShop,
}) => {
  const shop = await foreignShop(1500, "--faults", "bulk-slow:times=1", "--latency", "1ms");
  await galley.runWith(
    shop.token,
    ...["shop", "add", "shopify", "lamps.myshopify.com"],
    ...["--endpoint", shop.endpoint, "--token-stdin"],
  );
  await galley.run("shop", "rename", "lamps.myshopify.com", "Lamps");
  await page.goto(galley.url);
  await expect(page.getByText(/The shop is preparing the list/)).toBeVisible();
  const stop = page.getByRole("button", { name: "Stop syncing Lamps" });
  await expect(stop).toHaveCount(1);
  await expectAccessible(page);
  await stop.click();
  await expect(page.getByText(/The sync of Lamps was stopped/)).toBeVisible();
  await expect(page.getByText("No products here yet.")).toBeVisible();
  await expect(stop).toHaveCount(0);
  expect(await listsOf(shop)).toEqual(["CANCELED"]);

  await page.getByRole("button", { name: "Sync now" }).first().click();
  await expect(page.getByRole("status").filter({ hasText: "1,500" })).toBeVisible();

  await test.step("everything is read again, from the palette and from the shop's menu", async () => {
    const whole = async (start: () => Promise<void>) => {
      const answer = page.waitForResponse(/\/rpc\/SyncShopWhole$/);
      await start();
      expect(await (await answer).json()).toMatchObject({ kind: "list", products: 1500 });
    };
    await whole(async () => {
      await page.keyboard.press("Control+k");
      await expect(page.getByRole("combobox", { name: /^Shop, product/ })).toBeFocused();
      await page.keyboard.type("everything");
      await page.getByRole("option", { name: "Sync everything of Lamps again" }).click();
    });
    await page.getByRole("link", { name: /All shops/ }).click();
    await whole(async () => {
      await page.getByRole("button", { name: "More for Lamps" }).click();
      await page.getByRole("menuitem", { name: "Sync everything again" }).click();
    });
  });
});
