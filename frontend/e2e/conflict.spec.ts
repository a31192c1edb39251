import { expect, type ForeignShop, test, writeAll } from "./galley";
import { confirmAll } from "./publishAll";
import { expectAccessible } from "./violations";

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

test("a text that changed on the shop is a conflict, and is published only after it was seen", async ({
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

  const first = await page.evaluate(
    async () => (await (await fetch("/data/items?limit=1&job_id=1")).json()).items[0],
  );
  await changeTitle(shop, first.product.id, "Renamed in the admin");
  await page.keyboard.press("Control+Shift+P");
  await confirmAll(page, /^Publish \d+$/);
  await expect(page.getByRole("button", { name: /^Conflict 1/ })).toBeVisible();

  await page.getByRole("button", { name: /^Conflict 1/ }).click();
  await page
    .getByRole("row")
    .getByRole("button", { name: /^Compare/ })
    .click();
  const dialog = page.getByRole("dialog", { name: /^Preview of/ });
  const onShop = dialog.frameLocator("iframe[title='On the shop now']");
  await expect(onShop.locator("body")).toContainText("Renamed in the admin");
  await expectAccessible(page);
  await page.keyboard.press("p");
  await expect(page.getByText("Publishing replaces the new text.")).toBeVisible();
  await page.getByRole("button", { name: "Publish 1", exact: true }).click();
  await expect(dialog.getByText("Published", { exact: true })).toBeVisible();
});

test("many conflicts at once: keep theirs, regenerate from theirs, edit together, use mine", {
  tag: "@deep",
}, async ({ page, galley, foreignShop }) => {
  const shop = await foreignShop(6);
  const add = ["shop", "add", "shopify", "north.myshopify.com", "--endpoint", shop.endpoint];
  const { id } = JSON.parse(
    await galley.runWith(shop.token, ...add, "--token-stdin", "--json"),
  ) as { id: string };
  await galley.run("sync", id);
  await page.goto(galley.url);
  await expect(page.getByRole("grid", { name: "Products" })).toBeVisible();
  await writeAll(page, "Description");
  const items = async () => {
    const job = JSON.parse(await galley.run("job", "show", "1", "--items", "--json"));
    return (job as { items: ItemNow[] }).items;
  };
  const conflicts = (await items()).slice(0, 5);
  for (const { product } of conflicts) {
    await shop.change(product.handle, {
      descriptionHtml: `<p>Of the owner: ${product.handle}</p>`,
    });
  }
  await page.keyboard.press("Control+Shift+P");
  await confirmAll(page, 6);
  await page.getByRole("button", { name: "Compare 5" }).click();
  const bar = page.getByRole("toolbar", { name: "Conflicts" });
  await expect(bar.getByText("5 in conflict")).toBeVisible();
  await expectAccessible(page);
  const select = (n: number) => page.getByRole("row").nth(n).getByRole("checkbox").click();

  await select(1);
  await bar.getByRole("button", { name: "Keep theirs 1" }).click();
  await expect(page.getByRole("button", { name: /^Rejected 1/ })).toBeVisible();
  await expect(bar.getByText("4 in conflict")).toBeVisible();

  await select(1);
  await bar.getByRole("button", { name: "Regenerate 1 from theirs…" }).click();
  const question = page.getByRole("dialog", { name: "Write it again?" });
  await question.getByRole("button", { name: "Write again" }).click();
  await expect(question).toBeHidden();
  await expect(bar.getByText("3 in conflict")).toBeVisible();

  await page
    .getByRole("row")
    .getByRole("button", { name: /^Compare/ })
    .first()
    .click();
  await page.getByRole("button", { name: "Edit together" }).click();
  const theirs = page.frameLocator("iframe[title='Text on the shop now']");
  await expect(theirs.locator("body")).toContainText("Of the owner");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Start from theirs" }).click();
  const words = page.getByRole("textbox", { name: "Edit the draft" });
  await expect(words).toContainText("Of the owner");
  await words.press("Control+End");
  await page.keyboard.press("Enter");
  await words.pressSequentially("And of mine.");
  await page.keyboard.press("Control+s");
  await expect(words).toBeHidden();
  await page.keyboard.press("Escape");
  await expect(bar.getByText("2 in conflict")).toBeVisible();

  await bar.getByRole("button", { name: "Use mine 2…" }).click();
  await expect(page.getByText("Publishing replaces the 2 new texts.")).toBeVisible();
  await page.getByRole("button", { name: "Publish 2", exact: true }).click();
  await expect(page.getByRole("button", { name: /^Published 3/ })).toBeVisible();

  // The regenerated and edited drafts are for the shop's current text: they are published without a conflict.
  await page.keyboard.press("Control+Shift+P");
  await confirmAll(page, 2);
  await expect(page.getByRole("button", { name: /^Published 5/ })).toBeVisible();
  const [kept, , edited] = conflicts;
  expect(await shop.page(kept?.product.handle ?? "")).toContain("Of the owner");
  expect(await shop.page(edited?.product.handle ?? "")).toContain("And of mine.");
});

interface ItemNow {
  product: { handle: string };
}
