import type { Page } from "@playwright/test";
import { expect, openDemoShop, test, writeAll } from "./galley";
import { confirmAll } from "./publishAll";

/** Changes what the shop has behind Galley's back, as an owner would in the shop's admin. */
async function ownerWrites(
  shop: { endpoint: string; token: string },
  handle: string,
  text: string,
): Promise<void> {
  const ask = async (query: string, variables: object) => {
    const answer = await fetch(`${shop.endpoint}/admin/api/2026-10/graphql.json`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Shopify-Access-Token": shop.token },
      body: JSON.stringify({ query, variables }),
    });
    return (await answer.json()) as { data: Record<string, { nodes: { id: string }[] }> };
  };
  const found = await ask("query($q: String!) { products(first: 1, query: $q) { nodes { id } } }", {
    q: `handle:${handle}`,
  });
  const id = found.data.products?.nodes[0]?.id;
  await ask(
    "mutation($p: ProductUpdateInput!) { productUpdate(product: $p) { userErrors { message } } }",
    { p: { id, descriptionHtml: text } },
  );
}

async function connect(page: Page, shop: { endpoint: string; token: string }) {
  await page.keyboard.press("2");
  const panel = page.getByRole("complementary", { name: "Add a shop" });
  await panel.getByLabel("Shop domain").fill("lamps.myshopify.com");
  await panel.getByLabel("Admin API access token").fill(shop.token);
  await panel.getByRole("button", { name: "More" }).click();
  await panel.getByLabel("Other address").fill(shop.endpoint);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("grid", { name: "Products" })).toBeVisible();
}

test("Status badge, with its reason one hover or key away", async ({ page, galley }) => {
  await openDemoShop(page, galley);
  await writeAll(page, "SEO title");
  const badge = page.getByRole("button", { name: "Completed", exact: true });
  await badge.hover();
  await expect(page.getByRole("tooltip")).toHaveText("All 77 items are written.");
  await page.mouse.move(0, 0);
  await expect(page.getByRole("tooltip")).toBeHidden();
  await page.keyboard.press("Tab");
  await badge.focus();
  await expect(page.getByRole("tooltip")).toBeVisible();

  // In the list it lies under the menu of its row.
  await page.getByRole("button", { name: "Jobs", exact: true }).click();
  const status = page
    .getByRole("row", { name: /SEO title/ })
    .getByText("Completed")
    .last();
  await status.hover();
  await expect(page.getByRole("tooltip")).toBeVisible();
  await status.click({ button: "right" });
  const level = (role: "tooltip" | "menu") =>
    page.getByRole(role).evaluate((part) => Number(getComputedStyle(part).zIndex));
  expect(await level("tooltip")).toBeLessThan(await level("menu"));
});

test("Progress indicator shows publishing status; it can be stopped, and the result says what was published", async ({
  page,
  galley,
  foreignShop,
}) => {
  const shop = await foreignShop(77, "--bucket", "600", "--restore-rate", "10"); // some 50 texts, then one a second
  await page.goto(galley.url);
  await expect(page.getByRole("button", { name: /^Connect/ })).toBeVisible();
  await connect(page, shop);
  await writeAll(page, "Description");
  await page.getByRole("button", { name: /^Publish All/ }).click();
  await confirmAll(page, 77);
  // Stopped sooner, nothing would have gone out, and the result would have no number of published ones.
  const bar = page.getByRole("progressbar", { name: /^Publishing [1-9]\d* of 77/ });
  await expect(bar).toBeVisible();
  await page.getByRole("button", { name: "Stop publishing", exact: true }).click();
  const result = page.getByRole("region", { name: "Result of publishing" });
  await expect(result).toContainText(/\d+ published and \d+ not sent\./);
  await expect(page.getByRole("button", { name: /^Publish All \d+/ })).toBeVisible();
  await result.getByRole("button", { name: "Close the result" }).click();
  await expect(result).toBeHidden();
});

test("conflict: three texts, Keep theirs, Use mine; the filter in the address, Back returns to it", async ({
  page,
  galley,
  foreignShop,
}) => {
  const shop = await foreignShop(3);
  await page.goto(galley.url);
  await expect(page.getByRole("button", { name: /^Connect/ })).toBeVisible();
  await connect(page, shop);
  await writeAll(page, "Description");
  const grid = page.getByRole("grid");
  const handles = grid.locator("text=/^[a-z0-9]+(-[a-z0-9]+)+$/");
  await expect(handles).toHaveCount(3);
  const [mine = "", theirs = ""] = await handles.allTextContents();
  await ownerWrites(shop, mine, "<p>First words of the owner.</p>");
  await ownerWrites(shop, theirs, "<p>Other words of the owner.</p>");
  await page.keyboard.press("Control+Shift+P");
  await confirmAll(page, 3);
  const result = page.getByRole("region", { name: "Result of publishing" });
  await expect(result).toContainText("1 published and 2 in conflict.");

  await result.getByRole("button", { name: "Compare 2" }).click();
  await expect(page).toHaveURL(/show=conflict/);
  const row = page.getByRole("row", { name: /Changed before publishing/ });
  await row
    .getByRole("button", { name: /^Compare/ })
    .first()
    .click();
  const dialog = page.getByRole("dialog", { name: /^Preview of/ });
  for (const title of ["When the draft was written", "On the shop now", "Draft"]) {
    await expect(dialog.locator(`iframe[title="${title}"]`)).toBeVisible();
  }
  const now = dialog.frameLocator('iframe[title="On the shop now"]');
  await expect(now.locator("body")).toContainText("words of the owner");
  const first = (await dialog.getAttribute("aria-label")) ?? "";
  await dialog.getByRole("button", { name: "Keep theirs" }).click();
  await expect(page.getByRole("dialog", { name: first })).toBeHidden();
  await dialog.getByRole("button", { name: "Use mine…" }).click();
  const question = page.getByRole("dialog", { name: /^Publish 1 description/ });
  await expect(question).toContainText("Publishing replaces the new text.");
  await question.getByRole("button", { name: "Publish 1" }).click();
  await expect(dialog.getByText("Published", { exact: true })).toBeVisible();
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: /^Rejected 1/ }).click();
  await expect(page).toHaveURL(/show=rejected/);
  await expect(page.getByRole("row", { name: /Shop keeps its text/ })).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(/show=conflict/);
});
