import type { Page } from "@playwright/test";
import { test as fresh, openDemoShop, writeAll } from "./galley";
import { startNetwork } from "./network";
import { confirmAll } from "./publishAll";
import { expect, type Showcase, test } from "./showcase";
import { folder, take } from "./take";

/** One picture: what leads to it. */
function picture(name: string, lead: (page: Page, home: Showcase) => Promise<void>): void {
  test(name, async ({ page, home }) => {
    await lead(page, home);
    await take(page, name);
  });
}

const rows = (page: Page) => page.getByRole("row", { name: /^Select (?!all)/ });

/** A job with its first rows on screen. */
async function openJob(page: Page, home: Showcase, job: keyof Showcase["jobs"], search = "") {
  await page.goto(home.address(`jobs/${home.jobs[job]}${search}`));
  await expect(page.getByRole("region", { name: "Counts" })).toBeVisible();
  await expect(rows(page).first()).toBeVisible();
}

async function openPreview(page: Page, home: Showcase, position: number) {
  await page.goto(home.address(`jobs/${home.jobs.review}/${position}`));
  const draft = page.getByRole("dialog").frameLocator("iframe[title=Draft]").locator("body");
  await expect(draft).not.toBeEmpty();
}

async function newJob(page: Page, home: Showcase) {
  await page.goto(home.address("products"));
  await expect(rows(page).first()).toBeVisible();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("n");
  const panel = page.getByRole("complementary", { name: "New job" });
  await panel
    .getByLabel("Instructions", { exact: true })
    .fill("Plain British English. Open with what it is for.");
  await expect(panel.getByText("Start with")).toBeVisible();
}

fresh("welcome", async ({ page, galley }) => {
  await page.goto(galley.url);
  await expect(page.getByRole("button", { name: /Open the demo shop/ })).toBeVisible();
  await take(page, "welcome");
});

fresh("jobs-empty", async ({ page, galley }) => {
  await openDemoShop(page, galley);
  await page.getByRole("link", { name: /^Jobs/ }).click();
  await expect(page.getByText("No jobs yet.")).toBeVisible();
  await take(page, "jobs-empty");
});

picture("products", async (page, home) => {
  await page.goto(home.address("products"));
  await expect(rows(page).first()).toBeVisible();
});

picture("products-filter", async (page, home) => {
  await page.goto(home.address("products?without=meta_description"));
  await expect(rows(page).first()).toBeVisible();
  await page.keyboard.press("f");
  await expect(page.getByRole("checkbox", { name: /Active/ })).toBeVisible();
});

picture("products-none", async (page, home) => {
  await page.goto(home.address("products?q=lampe"));
  await expect(page.getByText("Nothing matches “lampe”.")).toBeVisible();
});

picture("new-job", newJob);

picture("jobs", async (page, home) => {
  await page.goto(home.address("jobs"));
  await expect(page.getByText("Running", { exact: true })).toBeVisible();
});

picture("job", async (page, home) => {
  await openJob(page, home, "review");
  for (const key of ["ArrowDown", "ArrowDown", "x", "ArrowDown", "ArrowDown", "x", "ArrowDown"]) {
    await page.keyboard.press(key);
  }
  await page.keyboard.press("x");
  await expect(page.getByText("3 selected")).toBeVisible();
});

picture("job-running", (page, home) => openJob(page, home, "running"));
picture("job-paused", (page, home) => openJob(page, home, "paused"));
picture("job-cancelled", (page, home) => openJob(page, home, "cancelled"));
picture("job-failed", (page, home) => openJob(page, home, "failed", "?show=failed"));

picture("job-none", async (page, home) => {
  await page.goto(home.address(`jobs/${home.jobs.failed}?show=conflict`));
  await expect(page.getByText("No item in conflict.")).toBeVisible();
});

picture("publish-all", async (page, home) => {
  await openJob(page, home, "review");
  await page.keyboard.press("Control+Shift+P");
  await expect(page.getByText("Undo puts back the earlier text")).toBeVisible();
});

picture("undo", async (page, home) => {
  await openJob(page, home, "review");
  await page.getByRole("button", { name: /^Undo \d+…/ }).click();
  await expect(page.getByRole("button", { name: /^Put back \d+/ })).toBeVisible();
});

picture("preview", (page, home) => openPreview(page, home, 2));

picture("preview-edit", async (page, home) => {
  await openPreview(page, home, 3);
  await page.keyboard.press("e");
});

picture("activity", async (page, home) => {
  await page.goto(home.address("activity"));
  await expect(rows(page).first()).toBeVisible();
});

picture("activity-entry", async (page, home) => {
  await page.goto(home.address("activity"));
  await rows(page).first().click();
  await page.keyboard.press("Space");
  await expect(page.getByRole("complementary", { name: /^Entry/ })).toBeVisible();
});

picture("preview-revisions", async (page, home) => {
  await openPreview(page, home, 2);
  await page.keyboard.press("h");
  await expect(page.getByRole("dialog", { name: /^Revisions of/ })).toBeVisible();
});

picture("preview-fact", async (page, home) => {
  await openPreview(page, home, 2);
  await page.keyboard.press("2");
  await expect(page.getByRole("button", { name: "Add fact" })).toBeVisible();
});

picture("preview-failed", async (page, home) => {
  await openJob(page, home, "failed", "?show=failed");
  await page.keyboard.press("Space");
  await expect(page.getByRole("dialog").getByRole("button", { name: /^Retry/ })).toBeVisible();
});

picture("preview-alt-text", async (page, home) => {
  await page.goto(home.address(`jobs/${Number(home.jobs.review) - 2}/4`));
  await expect(page.getByText("Alt text score")).toBeVisible();
});

picture("preview-seo-title", async (page, home) => {
  await page.goto(home.address(`jobs/${Number(home.jobs.review) - 3}/4`));
  await expect(page.getByText("SEO score")).toBeVisible();
});

picture("product", async (page, home) => {
  await page.goto(home.address("products/brass-ruler-15"));
  await expect(page.getByRole("toolbar", { name: "Formatting" })).toBeVisible();
  await page
    .getByRole("textbox", { name: "Meta description" })
    .fill("Fifteen centimetres of brass.");
  await expect(page.getByText("1 change not saved")).toBeVisible();
});

picture("settings", async (page, home) => {
  await page.goto(`${new URL(home.galley.url).origin}/#/settings`);
  await page.getByText("Publish without review").click();
  await expect(page.getByText("1 change not saved")).toBeVisible();
});

picture("shops", async (page, home) => {
  await page.goto(`${new URL(home.galley.url).origin}/#/shops`);
  await expect(page.getByRole("row", { name: /Sallowfield/ })).toBeVisible();
});

picture("shops-add", async (page, home) => {
  await page.goto(`${new URL(home.galley.url).origin}/#/shops?add=true`);
  await page.getByText("Shopify", { exact: true }).last().click();
  await expect(page.getByLabel("Admin API access token")).toBeVisible();
});

picture("switcher", async (page, home) => {
  await page.goto(home.address("jobs"));
  await expect(page.getByText("Running", { exact: true })).toBeVisible();
  await page.keyboard.press("Control+o");
  await expect(page.getByRole("combobox", { name: "Find a shop" })).toBeFocused();
});

picture("palette", async (page, home) => {
  await page.goto(home.address("jobs"));
  await expect(page.getByText("Running", { exact: true })).toBeVisible();
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Shop, product, job or action" }).fill("br");
  await expect(page.getByRole("option", { name: /Brass Ruler/ })).toBeVisible();
});

picture("keys", async (page, home) => {
  await openJob(page, home, "review");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
});

test.describe("a narrow window", () => {
  test.use({ viewport: { width: 1000, height: 640 } });
  picture("narrow-job", (page, home) => openJob(page, home, "review"));
  picture("narrow-preview", (page, home) => openPreview(page, home, 2));
});

test("large-text", async ({ page, home }) => {
  await home.galley.run("settings", "set", "appearance.text_size", "125");
  await openJob(page, home, "review");
  await take(page, "large-text");
  await home.galley.run("settings", "set", "appearance.text_size", "100");
});

test("high-contrast", async ({ page, home }) => {
  await openJob(page, home, "review");
  for (const theme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: theme, contrast: "more", forcedColors: "active" });
    await page.waitForTimeout(250);
    await page.screenshot({ path: `${folder}/high-contrast-${theme}.png` });
  }
});

/** Publishes, so it runs last: a deleted product makes one text fail. */
picture("publish-result", async (page, home) => {
  await openJob(page, home, "review");
  await page.keyboard.press("Control+Shift+P");
  await confirmAll(page, /^Publish \d+$/);
  await expect(page.getByRole("region", { name: "Result of publishing" })).toBeVisible();
});

/** A shop that its owner and Galley both write to, behind a network that can be cut. */
fresh("pictures of conflicts and of no network", async ({ page, galley, foreignShop }) => {
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
  await confirmAll(page, 12);
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
