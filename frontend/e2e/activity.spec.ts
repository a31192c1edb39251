import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, type ForeignShop, type Galley, openDemoShop, test } from "./galley";
import { violations } from "./violations";

/** A client's shop on a new home, with some texts of its products published. */
async function published(galley: Galley, shop: ForeignShop, field: string, products: number) {
  const json = async <T>(...args: string[]) => JSON.parse(await galley.run(...args, "--json")) as T;
  const add = ["shop", "add", "shopify", "north.myshopify.com", "--endpoint", shop.endpoint];
  const added = await galley.runWith(shop.token, ...add, "--token-stdin", "--json");
  const { id } = JSON.parse(added) as { id: string };
  await galley.run("settings", "set", "person", "Ada Quill");
  await galley.run("sync", id);
  const listed = await json<{ handle: string; title: string }[]>("product", "list", id);
  const chosen = listed.slice(0, products);
  const handles = chosen.flatMap(({ handle }) => ["--handle", handle]);
  const job = ["job", "create", id, "--field", field, ...handles, "--wait"];
  await galley.run("publish", (await json<{ id: string }>(...job)).id, "--wait");
  return { chosen, address: `${new URL(galley.url).origin}/#/s/${id}/activity` };
}

const rows = (page: Page) => page.getByRole("grid", { name: "Activity" }).getByRole("row");
const marks = (page: Page, word: string) => rows(page).getByText(word, { exact: true });

test("each write is on the Activity page; it can be opened, exported, undone, and the undo undone", async ({
  page,
  galley,
  foreignShop,
}) => {
  await published(galley, await foreignShop(6), "meta_description", 3);
  await page.goto(galley.url);
  await expect(page.getByRole("grid", { name: "Products" })).toBeVisible();
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("combobox")).toBeFocused();
  await page.keyboard.type("activity");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "3 entries" })).toBeVisible();
  await expect(marks(page, "Published")).toHaveCount(3);
  await expect(rows(page).nth(1)).toContainText("Ada Quill");
  await expect(rows(page).nth(1)).toContainText("Template writer");

  await test.step("details follow the cursor", async () => {
    await page.keyboard.press("Space");
    const panel = page.getByRole("complementary", { name: "Entry 3" });
    await expect(panel).toBeVisible();
    await expect(panel.getByText("templates-")).toBeVisible();
    await expect(panel.getByText("$0.00")).toBeVisible();
    await expect(panel.getByText(/^[0-9a-f]{8}-[0-9a-f]{4}-/)).toBeVisible(); // the shop's request id
    await expect(panel.getByText("SHA-256 written")).toBeVisible();
    const frame = page.frameLocator("iframe[title='Text that was written']");
    await expect(frame.locator("body")).not.toBeEmpty();
    await page.keyboard.press("ArrowDown");
    await expect(page.getByRole("complementary", { name: "Entry 2" })).toBeVisible();
    for (const theme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
      expect(await violations(page)).toEqual([]);
    }
    await page.keyboard.press("Escape");
    await expect(page.getByRole("complementary", { name: "Entry 2" })).toBeHidden();
  });

  await test.step("files have every entry", async () => {
    const csv = page.waitForEvent("download");
    await page.getByRole("button", { name: "Export CSV" }).click();
    const sheet = await readFile(await (await csv).path(), "utf8");
    expect(sheet.split("\n")[0]).toContain("number,at,decided_at,kind");
    expect((await csv).suggestedFilename()).toMatch(/activity\.csv$/);
    const jsonl = page.waitForEvent("download");
    await page.getByRole("button", { name: "Export JSONL" }).click();
    const lines = (await readFile(await (await jsonl).path(), "utf8")).trim().split("\n");
    const entries = lines.map((line) => JSON.parse(line) as { number: number; person: string });
    expect(entries.map(({ number, person }) => [number, person])).toEqual([
      [3, "Ada Quill"],
      [2, "Ada Quill"],
      [1, "Ada Quill"],
    ]);
  });

  await test.step("a selection goes back", async () => {
    await rows(page).nth(1).click();
    await rows(page).nth(2).click();
    await page.getByRole("button", { name: "Undo 2…" }).click();
    const question = page.getByRole("dialog", { name: "Put back the earlier text of 2 entries?" });
    await question.getByRole("button", { name: "Put back 2" }).click();
    await expect(page.getByRole("status").filter({ hasText: "5 entries" })).toBeVisible();
    await expect(marks(page, "Put back")).toHaveCount(2);
    await expect(rows(page).getByText("put back since")).toHaveCount(2);
  });

  await test.step("and an undo is undone", async () => {
    await page.getByRole("button", { name: "Put back", exact: true }).click();
    await expect(page.getByRole("status").filter({ hasText: "2 entries" })).toBeVisible();
    await rows(page)
      .nth(1)
      .getByRole("button", { name: /^Undo the meta description/ })
      .click();
    const question = page.getByRole("dialog", {
      name: /^Publish the meta description of .* again\?$/,
    });
    await question.getByRole("button", { name: "Publish 1" }).click();
    await expect(rows(page).nth(1)).toContainText("published again since");
    await page.getByRole("button", { name: /^Published/ }).click();
    await expect(page.getByRole("status").filter({ hasText: "4 entries" })).toBeVisible();
    await expect(rows(page).nth(1)).toContainText("again");
  });
});

test("an undo names what was changed since and restores the rest", async ({
  page,
  galley,
  foreignShop,
}) => {
  const shop = await foreignShop(6);
  const { chosen, address } = await published(galley, shop, "seo_title", 3);
  const [changed, ...kept] = chosen;
  await shop.change(changed?.handle ?? "", { seo: { title: "Changed by the client" } });

  await page.goto(galley.url);
  await expect(page.getByRole("grid", { name: "Products" })).toBeVisible();
  await page.goto(address);
  for (const row of [1, 2, 3]) await rows(page).nth(row).click();
  await page.getByRole("button", { name: "Undo 3…" }).click();
  await page.getByRole("button", { name: "Put back 3" }).click();
  await expect(page.getByRole("status").filter({ hasText: "6 entries" })).toBeVisible();
  await page.getByRole("button", { name: "Conflict" }).click();
  await expect(rows(page)).toHaveCount(2); // with the head
  await expect(rows(page).nth(1)).toContainText(changed?.title ?? "");
  await expect(rows(page).nth(1)).toContainText("Left alone: the text on the shop was changed");
  await page.getByRole("button", { name: "Put back", exact: true }).click();
  await expect(rows(page)).toHaveCount(1 + kept.length);
});

test("nothing yet, nothing found", { tag: "@deep" }, async ({ page, galley }) => {
  await openDemoShop(page, galley);
  await page.getByRole("link", { name: "Activity" }).click();
  await expect(page.getByText("Nothing was written to this shop yet.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Export CSV" })).toBeDisabled();
  await page.getByRole("searchbox").fill("lampe");
  await expect(page.getByText("Nothing matches “lampe”.")).toBeVisible();
  expect(await violations(page)).toEqual([]);
});
