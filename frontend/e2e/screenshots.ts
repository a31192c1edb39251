import { mkdirSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, openDemoShop, test, writeAll } from "./galley";
import { startNetwork } from "./network";

const folder = "../docs/screenshots";
mkdirSync(folder, { recursive: true });

/** Takes the page as it stands in both themes. */
async function take(page: Page, name: string): Promise<void> {
  for (const theme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    await page.waitForLoadState("networkidle", { timeout: 2_000 }).catch(() => {});
    await page.evaluate(() => document.fonts.ready);
    await page.waitForTimeout(250);
    await page.screenshot({ path: `${folder}/${name}-${theme}.png` });
  }
}

test("pictures of every page, light and dark", async ({ page, galley }) => {
  test.setTimeout(180_000);
  await page.goto(galley.url);
  await expect(page.getByRole("button", { name: /Open the demo shop/ })).toBeVisible();
  await take(page, "welcome");
  await openDemoShop(page, { ...galley, url: page.url() });
  await take(page, "products");

  await page.getByRole("searchbox").fill("linen");
  await expect(page.getByRole("status").filter({ hasText: "of 77" })).toBeVisible();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Control+a");
  await page.keyboard.press("n");
  const panel = page.getByRole("complementary", { name: "New job" });
  await panel.getByRole("switch").click();
  await panel
    .getByLabel("Instructions")
    .fill("Plain British English, short sentences. Open with what it is for.");
  await expect(panel.getByText("The first of them")).toBeVisible();
  await take(page, "new-job");
  await panel.getByRole("button", { name: /^Write/ }).click();
  await expect(page.getByText("Completed", { exact: true })).toBeVisible();

  await page.getByRole("link", { name: /^Products/ }).click();
  await writeAll(page, "Alt text");
  await page.keyboard.press("Space");
  await expect(page.getByText("Alt text score")).toBeVisible();
  await take(page, "preview-alt-text");
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: /^Products/ }).click();
  await writeAll(page, "SEO title");
  await page.keyboard.press("Space");
  await expect(page.getByText("SEO score")).toBeVisible();
  await take(page, "preview-seo-title");
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: /^Products/ }).click();
  await writeAll(page, "Description");

  // A job in the middle of its review: some approved, rejected, published.
  for (const key of ["a", "ArrowDown", "a", "ArrowDown", "ArrowDown", "r", "ArrowDown", "p"]) {
    await page.keyboard.press(key);
  }
  await page.getByRole("button", { name: "Publish 1", exact: true }).click();
  await expect(page.getByRole("row", { name: /Published/ })).toBeVisible();
  for (const key of ["ArrowDown", "x", "ArrowDown", "x", "ArrowDown", "ArrowDown", "x"]) {
    await page.keyboard.press(key);
  }
  await expect(page.getByText("3 selected")).toBeVisible();
  await take(page, "job");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+Shift+P");
  await expect(page.getByText("You can undo this later.")).toBeVisible();
  await take(page, "publish-all");
  await page.keyboard.press("Escape");

  await page
    .getByRole("button", { name: /^Preview/ })
    .nth(1)
    .click();
  await expect(page.getByText("SEO score")).toBeVisible();
  await take(page, "preview");
  await page.keyboard.press("e");
  await take(page, "preview-edit");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "Jobs", exact: true }).click();
  await expect(page.getByRole("row", { name: /Alt text/ })).toBeVisible();
  await take(page, "jobs");
  await page.getByRole("link", { name: "Settings" }).click();
  await page.getByText("Model endpoint").click();
  await take(page, "settings");
  await page.getByRole("button", { name: "Discard" }).click();
  await page.getByRole("link", { name: /All shops/ }).click();
  await page.getByRole("button", { name: "Add a shop" }).click();
  await take(page, "shops");
  await page.keyboard.press("Escape");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
  await take(page, "keys");
});

/** A shop that its owner and Galley both write to, behind a network that can be cut. */
test("pictures of conflicts and of no network", async ({ page, galley, foreignShop }) => {
  test.setTimeout(180_000);
  const shop = await foreignShop(12);
  const network = await startNetwork(shop.endpoint);
  const add = ["shop", "add", "shopify", "north.myshopify.com", "--endpoint", network.endpoint];
  const { id } = JSON.parse(
    await galley.runWith(shop.token, ...add, "--token-stdin", "--json"),
  ) as { id: string };
  await galley.run("sync", id);
  await page.goto(galley.url);
  await expect(page.getByRole("grid", { name: "Products" })).toBeVisible();
  await writeAll(page, "Description");
  const job = JSON.parse(await galley.run("job", "show", "1", "--items", "--json"));
  const { items } = job as { items: { product: { handle: string }; original: string }[] };
  for (const { product, original } of items.slice(0, 4)) {
    const theirs = original.replace("</p>", " The owner added that it is made to order.</p>");
    await shop.change(product.handle, { descriptionHtml: theirs });
  }
  await page.keyboard.press("Control+Shift+P");
  await page.getByRole("button", { name: "Publish 12", exact: true }).click();
  await page.getByRole("button", { name: "Compare 4" }).click();
  await expect(page.getByRole("toolbar", { name: "Conflicts" })).toBeVisible();
  await take(page, "conflicts");
  await page
    .getByRole("button", { name: /^Compare/ })
    .last()
    .click();
  await expect(page.getByRole("button", { name: "Use mine…" })).toBeVisible();
  await take(page, "preview-conflict");
  await page.getByRole("button", { name: "Edit together" }).click();
  await take(page, "preview-edit-together");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");

  await network.cut();
  await page.getByRole("button", { name: /^Use mine 4/ }).click();
  await page.getByRole("button", { name: "Publish 4", exact: true }).click();
  await expect(page.getByText("Offline: 4 publications waiting.")).toBeVisible({ timeout: 60_000 });
  await page.getByRole("button", { name: /^Waiting 4/ }).click();
  await take(page, "offline-job");
  await page.getByRole("button", { name: "Jobs", exact: true }).click();
  await take(page, "offline-jobs");
  await page.getByRole("button", { name: "See what waits" }).click();
  await expect(page.getByText("Job 1, Description")).toBeVisible();
  await take(page, "offline-outbox");
});
