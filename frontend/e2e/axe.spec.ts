import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, openDemoShop, test, writeAll } from "./galley";
import { confirmAll } from "./publishAll";
import { alikeButtons, expectAccessible, violations } from "./violations";
import { asWindow } from "./window";

/** Says what the page shows, that axe finds nothing on it, and that no two buttons begin alike. */
function checking(page: Page) {
  return (name: string) =>
    test.step(name, async () => {
      expect.soft(await violations(page), name).toEqual([]);
      expect.soft(await alikeButtons(page), name).toEqual([]);
    });
}

for (const theme of ["light", "dark"] as const) {
  test(`axe finds nothing on any page, ${theme}`, async ({ page, galley }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    const check = checking(page);
    await page.goto(galley.url);
    await expect(page.getByRole("button", { name: /Open the demo shop/ })).toBeVisible();
    await check("welcome");
    await openDemoShop(page, { ...galley, url: page.url() });
    await page.keyboard.press("Control+o");
    await expect(page.getByRole("combobox", { name: "Find a shop" })).toBeFocused();
    await check("shop switcher");
    await page.keyboard.press("Escape");
    await page.keyboard.press("f");
    await expect(page.getByRole("checkbox", { name: /Active/ })).toBeVisible();
    await page.getByRole("checkbox", { name: /Active/ }).check();
    await check("product filter");
    await page.keyboard.press("Escape");
    await page.getByRole("row", { name: /Brass Ruler/ }).click();
    await check("products with a selection");
    await page.keyboard.press("n");
    await expect(page.getByRole("button", { name: /^Write/ })).toBeVisible();
    await check("new job");
    const panel = page.getByRole("complementary", { name: "New job" });
    await panel.getByText("Collections", { exact: true }).click();
    await panel.getByRole("checkbox").first().check();
    await expect(panel.getByText("1 chosen")).toBeVisible();
    await check("new job, collections");
    await panel.getByText("Products", { exact: true }).click();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+a");
    await page.keyboard.press("n");
    await page.getByRole("switch", { name: "Only where it is empty" }).click();
    await expect(page.getByText("A sample of ten")).toBeVisible();
    await check("new job, sample");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await page.keyboard.press("c");
    const collections = page.getByRole("grid", { name: "Collections" });
    await collections.getByRole("row", { name: /Baking beans/ }).click();
    await check("collections with a selection");
    await collections.getByRole("button", { name: "Baking beans", exact: true }).click();
    await page.getByRole("textbox", { name: "Meta description" }).fill("Changed");
    await expect(page.getByRole("toolbar", { name: "Formatting" })).toBeVisible();
    await check("editor of a collection, changed");
    await page.getByRole("button", { name: "Discard" }).click();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await page.keyboard.press("c");
    await expect(page.getByRole("grid", { name: "Products" })).toBeVisible();
    await writeAll(page, "Description");
    await page.keyboard.press("x");
    await check("job with a selection");
    await page.keyboard.press("Space");
    await expect(page.getByText("SEO score")).toBeVisible();
    await check("preview");
    await page.keyboard.press("e");
    await check("preview, editing");
    await page.getByRole("textbox", { name: "Edit the draft" }).fill("5-year warranty.");
    await page.keyboard.press("Control+s");
    await expect(page.getByRole("button", { name: /^Take it out/ })).toBeVisible();
    await check("preview, a note and its answers");
    await page.keyboard.press("2");
    await expect(page.getByRole("button", { name: "Add fact" })).toBeVisible();
    await check("question, a fact");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: /2 revisions/ }).click();
    await expect(page.getByRole("dialog", { name: /^Revisions of/ })).toBeVisible();
    await check("revisions");
    await page.keyboard.press("Escape");
    await page.keyboard.press("p");
    await expect(page.getByText("You can undo this later.")).toBeVisible();
    await check("question");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await page
      .getByRole("row", { name: /Brass Ruler/ })
      .getByRole("button")
      .first()
      .click();
    await page.getByRole("textbox", { name: "Meta description" }).fill("Changed");
    await expect(page.getByRole("toolbar", { name: "Formatting" })).toBeVisible();
    await check("product editor, changed");
    await page.getByText("Source", { exact: true }).click();
    await check("product editor, source");
    await page.keyboard.press("Control+Enter");
    await expect(page.getByRole("dialog", { name: /^Publish/ })).toBeVisible();
    await check("product editor, question");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Discard" }).click();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Jobs", exact: true }).click();
    await expect(page.getByRole("row", { name: /100 %/ })).toBeVisible();
    await check("jobs");
    await page.getByRole("link", { name: "Activity" }).click();
    await expect(page.getByText("Nothing was written to this shop yet.")).toBeVisible();
    await check("activity, empty");
    await galley.run("publish", "1", "--item", "1/1", "--wait");
    await page.getByRole("row", { name: /Published/ }).click();
    await page.keyboard.press("Space");
    await expect(page.getByRole("complementary", { name: /^Entry/ })).toBeVisible();
    await check("activity, an entry");
    await page.getByRole("link", { name: "Shop profile" }).click();
    await page.getByRole("button", { name: "Add to Words to avoid" }).click();
    await page.getByRole("textbox", { name: "Add to Words to avoid" }).fill("luxurious");
    await page.keyboard.press("Enter");
    await expect(page.getByText("1 change not saved")).toBeVisible();
    await check("shop profile, changed");
    await page.getByRole("button", { name: "Discard" }).click();
    await page.getByRole("link", { name: "Settings" }).click();
    await expect(page.getByRole("heading", { name: "Writer" })).toBeVisible();
    await check("settings");
    await page.getByText("Model endpoint").click();
    await check("settings, changed");
    await page.getByRole("link", { name: /All shops/ }).click();
    await check("shops");
    await page.getByRole("button", { name: /^Facts of/ }).click();
    await expect(page.getByRole("button", { name: "Save facts" })).toBeVisible();
    await check("facts of a shop");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Add a shop" }).click();
    await check("add a shop");
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
    await check("keys");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+k");
    await page.keyboard.type("s");
    await expect(
      page.getByRole("listbox", { name: "Found" }).getByRole("option").first(),
    ).toBeVisible();
    await check("palette");
  });

  test(`axe finds nothing where a shop waits, ${theme}`, async ({ page, galley, foreignShop }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    const check = checking(page);
    const shop = await foreignShop(3);
    const add = ["shop", "add", "shopify", "north.myshopify.com", "--endpoint", shop.endpoint];
    const way = ["--sign-in", "client-credentials", "--client-id", shop.client_id];
    await galley.runWith(shop.client_secret, ...add, ...way, "--secret-stdin");
    await galley.run("sync", "Demo shop");
    await page.goto(galley.url);
    await expect(page.getByRole("grid", { name: "Products" })).toBeVisible();
    await writeAll(page, "Description");
    await shop.stop();
    await page.keyboard.press("Control+Shift+P");
    await expect(page.getByRole("button", { name: "Publish 3", exact: true })).toBeVisible();
    await check("question, publishing");
    await confirmAll(page, 3);
    await expect(page.getByText("Offline: 3 publications waiting.")).toBeVisible();
    await check("strip");
    await page.getByRole("button", { name: "See what waits" }).click();
    await expect(page.getByText("Job 1, Description")).toBeVisible();
    await check("outbox");
    await page.getByRole("button", { name: /^Withdraw all/ }).click();
    await expect(page.getByRole("button", { name: "Withdraw 3", exact: true })).toBeVisible();
    await check("question, withdrawing");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await page.getByRole("link", { name: /All shops/ }).click();
    await expect(
      page.getByRole("status").filter({ hasText: "3 publications wait." }),
    ).toBeVisible();
    await check("shops, one waits");
    await page.getByRole("button", { name: "Add a shop" }).click();
    const panel = page.getByRole("complementary", { name: "Add a shop" });
    await panel.getByLabel("Shop domain").fill("south.myshopify.com");
    await panel.getByText("Sign in through the browser").click();
    await panel.getByLabel("Client ID", { exact: true }).fill(shop.client_id);
    await panel.getByLabel("Client secret", { exact: true }).fill(shop.client_secret);
    await page.keyboard.press("Control+Enter");
    await expect(panel.getByText("Waiting for the browser")).toBeVisible();
    await check("waiting for the browser");
  });
}

for (const theme of ["light", "dark"] as const) {
  test(`axe finds nothing while drafts are read from the inbox, ${theme}`, async ({
    page,
    galley,
  }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    const check = checking(page);
    await openDemoShop(page, galley);
    await page.getByRole("link", { name: /To review/ }).click();
    await expect(page.getByText(/Nothing is left to read/)).toBeVisible();
    await check("inbox, empty");
    const sample = ["--field", "description", "--all", "--sample", "2", "--wait"];
    await galley.run("job", "create", "demo", ...sample);
    await expect(page.getByText("2 drafts in 1 shop")).toBeVisible();
    await check("inbox");
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: /^Preview of/ });
    await expect(dialog.getByRole("status").filter({ hasText: "2 left" })).toBeVisible();
    await check("reading");
    await page.keyboard.press("s");
    await expect(dialog.getByText(/the last one/)).toBeVisible();
    await page.keyboard.press("r");
    await expect(page.getByRole("heading", { name: "All read: 1 rejected" })).toBeVisible();
    await check("the end");
  });
}

for (const theme of ["light", "dark"] as const) {
  test(`axe finds nothing in the menus and questions of jobs, drafts and shops, ${theme}`, async ({
    page,
    galley,
  }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    const check = checking(page);
    const dialog = page.getByRole("dialog");
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    const closed = async (from = 0) => {
      await press("Escape");
      await expect(dialog).toHaveCount(from);
    };
    await openDemoShop(page, galley);
    const shop = page.url().replace(/products.*/, "");
    const origin = new URL(page.url()).origin;
    const create = ["job", "create", "demo", "--all", "--wait"];
    await galley.run(...create, "--field", "meta_description");
    await galley.run(...create, "--field", "description", "--sample", "3");
    for (const n of [1, 2]) {
      const item = JSON.parse(await galley.run("item", "show", `2/${n}`, "--json"));
      const text = `${(item as { content: string }).content}<p>It comes with a 5-year warranty.</p>`;
      await galley.runWith(text, "item", "edit", `2/${n}`, "--content-file", "-");
    }
    await galley.run("publish", "1", "--item", "1/70", "--wait");
    await galley.run("item", "approve", "1/71");

    await page.goto(`${shop}jobs`);
    const more = page.getByRole("button", { name: "More for job 1", exact: true });
    for (const name of [/^Rename/, /^Write again/, /^Change words/, /^Archive/]) {
      await more.click();
      await expect(page.getByRole("menuitem", { name })).toBeVisible();
      await check("menu of a job");
      await page.getByRole("menuitem", { name }).click();
      await expect(dialog).toHaveCount(1);
      await check(`question, ${name.source}`);
      await closed();
    }

    await page.goto(`${shop}jobs/1`);
    await expect(page.getByRole("button", { name: /^Publish approved 1/ })).toBeVisible();
    await check("job with all its buttons");
    await press("Shift+F");
    await expect(page.getByRole("checkbox", { name: /Active/ })).toBeVisible();
    await check("filters of a job");
    await press("Escape");
    await page.getByRole("button", { name: /^Undo 1…/ }).click();
    await expect(page.getByRole("button", { name: "Put back 1" })).toBeVisible();
    await check("question, undo");
    await closed();
    await page
      .getByRole("row", { name: /^Select (?!all)/ })
      .nth(2)
      .getByRole("checkbox")
      .check();
    await press("g");
    await expect(dialog).toHaveCount(1);
    await check("question, regenerate");
    await closed();
    await press("Escape", "t");
    const table = page.getByRole("grid", { name: /^Table of/ });
    await expect(table.getByRole("row").nth(4)).toBeVisible();
    await check("table");
    await table.focus();
    await page.evaluate(() => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", "First\nSecond\n");
      const paste = { clipboardData, bubbles: true, cancelable: true };
      document.activeElement?.dispatchEvent(new ClipboardEvent("paste", paste));
    });
    await expect(dialog.getByRole("button", { name: /^Save \d/ })).toBeVisible();
    await check("question, pasted cells");
    await closed();
    await press("Control+h");
    await dialog.getByLabel("Find", { exact: true }).fill("the");
    await expect(dialog.getByRole("button", { name: /^Replace in/ })).toBeEnabled();
    await check("question, find and replace");
    await closed();

    await page.goto(`${shop}jobs/2/1`);
    await dialog.getByRole("button", { name: "Answer in all 2 drafts…" }).click();
    await expect(dialog.last().getByRole("button", { name: "Take it out of 2" })).toBeVisible();
    await check("question, an answer in all drafts");
    await closed(1);
    await press("g");
    await expect(page.getByRole("button", { name: /^Regenerate, go on/ })).toBeVisible();
    await check("note of a regenerate");

    await page.goto(`${shop}products/brass-ruler-15`);
    await page.getByRole("textbox", { name: "Meta description" }).fill("Changed");
    await expect(page.getByText("1 change not saved")).toBeVisible();
    await page.getByRole("button", { name: "Back", exact: true }).click();
    await expect(dialog).toHaveCount(1);
    await check("question, leave without saving");
    await closed();
    await page.evaluate(() => window.dispatchEvent(new Event("pagehide")));
    await page.reload();
    await expect(page.getByRole("region", { name: /typed and not saved/ })).toBeVisible();
    await check("typed texts, offered again");

    await page.goto(`${origin}/#/settings`);
    await page.getByText("Demo shop only").click();
    await expect(page.getByRole("heading", { name: "Writer" })).toBeVisible();
    await check("settings of one shop");
    await page.goto(`${origin}/#/guide`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await check("guide");
    await page.goto(`${origin}/#/shops`);
    await page.getByRole("button", { name: /^More for Demo shop/ }).click();
    await expect(page.getByRole("menuitem", { name: "Sync everything again" })).toBeVisible();
    await check("menu of a shop");
    await page.getByRole("menuitem", { name: /^Rename/ }).click();
    await expect(dialog).toHaveCount(1);
    await check("question, rename a shop");
    await closed();
    await page.getByRole("button", { name: "Check", exact: true }).click();
    await expect(page.getByRole("complementary")).toBeVisible();
    await check("check of a shop");
    await press("Escape");
    await page.getByRole("button", { name: /^Remove…/ }).click();
    await expect(dialog).toHaveCount(1);
    await check("question, remove a shop");
  });
}

test("axe finds nothing on a product's page in the window, a finished prompt, and a profile's copy", async ({
  page,
  galley,
}) => {
  await openDemoShop(page, galley);
  const shop = page.url().replace(/products.*/, "");
  await page.keyboard.press("n");
  await page.getByRole("button", { name: "Show the prompt on 3 products" }).click();
  const prompt = page.getByRole("dialog", { name: "The finished prompt" });
  await expect(prompt.getByText(/^The same for every product/)).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(prompt).toBeHidden();

  await page.goto(`${shop}profile`);
  const copying = page.getByRole("dialog", { name: "Copy the profile of another shop" });
  const copy = page.getByRole("button", { name: "Copy from another shop…" });
  await copy.click();
  await expect(copying.getByText("No other shop.")).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(copying).toBeHidden();
  const file = join(mkdtempSync(join(tmpdir(), "galley-second-")), "range.csv");
  writeFileSync(file, "Handle,Title,Body (HTML)\nlamp,Oak lamp,<p>A lamp of oak.</p>\n");
  await galley.run("shop", "add", "file", file, "--name", "range");
  await expect(page.getByRole("link", { name: /All 2 shops/ })).toBeVisible();
  await copy.click();
  await expect(copying.getByRole("combobox", { name: "Shop" })).toBeVisible();
  await expect(copying.getByRole("button", { name: "Copy into the form" })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(copying).toBeHidden();

  await asWindow(page);
  await page.goto(`${shop}products/brass-ruler-15`);
  await page.reload();
  await page.getByRole("button", { name: "View product" }).click();
  const viewed = page.getByRole("dialog", { name: "Brass Ruler" });
  await expect(viewed.frameLocator("iframe").locator("img").first()).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(viewed).toBeHidden();
});
