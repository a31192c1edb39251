import type { Page } from "@playwright/test";
import { expect, openDemoShop, test, writeAll } from "./galley";

/** What the shop has, byte for byte, as the program reads it. */
async function description(page: Page, handle: string): Promise<string> {
  return page.evaluate(async (handle) => {
    const shop = /#\/s\/([^/]+)/.exec(location.hash)?.[1];
    const answer = await fetch("/rpc/GetDesk", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify([shop, handle]),
    });
    return (await answer.json()).product.description_html;
  }, handle);
}

async function save(page: Page, question: RegExp): Promise<void> {
  await page.keyboard.press("Control+Enter");
  const dialog = page.getByRole("dialog", { name: question });
  await expect(dialog).toContainText("You can undo this later.");
  await dialog.getByRole("button", { name: /^Publish \d+$/ }).click();
  await expect(dialog).toBeHidden();
}

test("Jump directly to products: opens product editor, return to job via browser back button", async ({
  page,
  galley,
}) => {
  await openDemoShop(page, galley);
  await writeAll(page, "SEO title");
  const job = page.url();
  const grid = page.getByRole("grid");
  const scroller = grid.locator("[role=presentation]").first();
  await grid.hover();
  await page.mouse.wheel(0, 1500);
  await expect.poll(() => scroller.evaluate((e) => e.scrollTop)).toBeGreaterThan(1000);
  const row = grid.getByRole("row").filter({ hasText: "Unpublished" }).nth(14);
  const name = (await row.getByRole("button").first().textContent()) ?? "";
  const left = await scroller.evaluate((e) => e.scrollTop);

  await test.step("the name opens the product's editor", async () => {
    await row.getByRole("button", { name, exact: true }).click();
    await expect(page).toHaveURL(/\/products\/[^/]+$/);
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
    await expect(page.getByText("As on the shop").first()).toBeVisible();
  });
  const handle = page.url().split("/").at(-1) ?? "";

  await test.step("a draft of the job comes into its field, is changed and published", async () => {
    await page.getByRole("button", { name: /^Use this draft: SEO title/ }).click();
    const field = page.getByRole("textbox", { name: "SEO title" });
    await field.press("End");
    await field.pressSequentially(" by hand");
    const text = await field.inputValue();
    await expect(page.getByText("1 change not saved")).toBeVisible();
    await save(page, /^Publish the SEO title of .+ to .+\?$/);
    const slot = page.locator("[data-field=seo_title]").first();
    await expect(slot.getByText("Published", { exact: true })).toBeVisible();
    await expect(page.getByText("1 change not saved")).toBeHidden();
    const shown = await page.request.get(new URL(`/demo/products/${handle}`, galley.url).href);
    expect(await shown.text()).toContain("by hand");
    await expect(page.getByRole("complementary").getByText(text).last()).toBeVisible();
  });

  await test.step("Back is the job, the row and the scroll position", async () => {
    await page.goBack();
    await expect(page).toHaveURL(job);
    await expect(
      grid.locator("[data-current]").getByRole("button", { name, exact: true }),
    ).toBeInViewport();
    expect(await scroller.evaluate((e) => e.scrollTop)).toBe(left);
  });

  await test.step("also from the preview, by keyboard", async () => {
    await page.keyboard.press("Space");
    const dialog = page.getByRole("dialog", { name: /^Preview of/ });
    await dialog.getByRole("button", { name, exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`/products/${handle}$`));
    await page.keyboard.press("Escape");
    await expect(dialog).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    expect(await scroller.evaluate((e) => e.scrollTop)).toBe(left);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  });

  await test.step("the publication is undone, and unsaved texts are asked about", async () => {
    await page.getByRole("button", { name: /^Undo the SEO title/ }).click();
    await page.getByRole("button", { name: "Put back 1" }).click();
    await expect(page.getByText("earlier text")).toBeVisible();
    await expect(page.getByRole("textbox", { name: "SEO title" })).not.toHaveValue(/by hand/);
    await page.getByRole("textbox", { name: "Meta description" }).fill("Half a thought");
    await page.keyboard.press("Control+s");
    await expect(page.getByText(/^Draft, not published/)).toBeVisible();
    await page.reload();
    await expect(page.getByRole("textbox", { name: "Meta description" })).toHaveValue(
      "Half a thought",
    );
    await expect(page.getByText("1 draft, not published")).toBeVisible();
    await page.getByRole("button", { name: /^Put back the shop’s text/ }).click();
    await page.keyboard.press("Control+s");
    await expect(page.getByText("1 draft, not published")).toBeHidden();
    await page.getByRole("textbox", { name: "Meta description" }).fill("Half a thought");
    await page.goBack();
    const question = page.getByRole("dialog", { name: "Leave without saving?" });
    await question.getByRole("button", { name: /^Stay here/ }).click();
    await expect(page.getByRole("textbox", { name: "Meta description" })).toHaveValue(
      "Half a thought",
    );
    await page.goBack();
    await question.getByRole("button", { name: "Leave without saving" }).click();
    await expect(page).toHaveURL(job);
  });
});

test("unknown HTML survives opening and saving untouched", { tag: "@deep" }, async ({
  page,
  galley,
}) => {
  const handle = "heron-reading-floor-lamp";
  await openDemoShop(page, galley);
  const before = await description(page, handle);
  await page.getByRole("searchbox", { name: "Name, SKU, tag" }).fill("heron");
  await expect(page.getByRole("status").filter({ hasText: "of 77" })).toBeVisible();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  const source = page.getByRole("textbox", { name: "Description", exact: true });
  await expect(source).toHaveValue(before);
  await expect(page.getByText(/Opened as source, since rich text would lose/)).toContainText(
    "1 embedded frame",
  );

  await test.step("another text is saved, the description is not sent", async () => {
    await page.getByRole("textbox", { name: "Title", exact: true }).fill("Heron floor lamp");
    await save(page, /^Publish the title of/);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Heron floor lamp");
    expect(await description(page, handle)).toBe(before);
  });

  await test.step("rich text asks first, lists what is lost, and opening it changes nothing", async () => {
    await page.getByRole("button", { name: "Edit as rich text…" }).click();
    const question = page.getByRole("dialog", { name: "Edit as rich text?" });
    await expect(question.getByRole("listitem").filter({ hasText: "frame" })).toBeVisible();
    await question.getByRole("button", { name: "Edit as rich text" }).click();
    await expect(page.getByRole("toolbar", { name: "Formatting" })).toBeVisible();
    await expect(page.getByText(/not saved/)).toBeHidden();
    await page.getByText("Source", { exact: true }).click();
    await expect(source).toHaveValue(before);
  });

  await test.step("a changed word in the source leaves the rest as it was", async () => {
    await source.fill(before.replace("one chair", "one good chair"));
    await save(page, /^Publish the description of/);
    const slot = page.locator("[data-field=description]").first();
    await expect(slot.getByText("Published", { exact: true })).toBeVisible();
    const after = await description(page, handle);
    expect(after).toBe(before.trim().replace("one chair", "one good chair"));
  });
});

test("a text changed on the shop meanwhile is shown beside one's own, and nothing is written", {
  tag: "@deep",
}, async ({ page, galley, foreignShop }) => {
  const shop = await foreignShop(20);
  const graphql = async (query: string) => {
    const answer = await page.request.post(new URL("/admin/api/graphql.json", shop.endpoint).href, {
      headers: { "X-Shopify-Access-Token": shop.token },
      data: { query },
    });
    return (await answer.json()).data;
  };
  await page.goto(galley.url);
  await expect(page.getByRole("button", { name: /^Connect/ })).toBeVisible();
  await page.keyboard.press("2");
  const panel = page.getByRole("complementary", { name: "Add a shop" });
  await panel.getByLabel("Shop domain").fill("lamps.myshopify.com");
  await panel.getByLabel("Admin API access token").fill(shop.token);
  await panel.getByRole("button", { name: "More" }).click();
  await panel.getByLabel("Other address").fill(shop.endpoint);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("row").nth(2)).toBeVisible();
  await page.getByRole("grid").press("Enter");
  const title = page.getByRole("textbox", { name: "Title", exact: true });
  const was = await title.inputValue();

  await title.fill("My own title");
  const { products } = await graphql("{ products(first: 50) { nodes { id title } } }");
  const id = products.nodes.find((p: { title: string }) => p.title === was).id;
  const rename = (to: string) =>
    graphql(
      `mutation { productUpdate(product: {id: "${id}", title: "${to}"}) { userErrors { message } } }`,
    );
  await rename("Their title");
  await save(page, /^Publish the title of/);

  const slot = page.locator("[data-field=title]").first();
  await expect(slot.getByText("Conflict", { exact: true })).toBeVisible();
  await expect(slot.getByText("Yours is not written.")).toBeVisible();
  await expect(title).toHaveValue("My own title");
  await expect(slot.frameLocator("iframe").locator("body")).toHaveText("Their title");

  await slot.getByRole("button", { name: "Keep mine" }).click();
  await save(page, /^Publish the title of/);
  await expect(slot.getByText("Published", { exact: true })).toBeVisible();
  const after = await graphql(`{ product(id: "${id}") { title } }`);
  expect(after.product.title).toBe("My own title");
});
