import { expect, openDemoShop, test, writeAll } from "./galley";
import { confirmAll } from "./publishAll";

test("the main job, from first start to published and back", async ({ page, galley }) => {
  await openDemoShop(page, galley);

  await test.step("search and select: click, shift-click, all that match", async () => {
    await page.getByRole("searchbox", { name: "Name, SKU, tag" }).fill("brass");
    await expect(page.getByRole("status").filter({ hasText: "of 77" })).toBeVisible();
    const rows = page.getByRole("grid", { name: "Products" }).getByRole("row");
    const matching = (await rows.count()) - 1;
    expect(matching).toBeGreaterThan(2);
    await rows.nth(1).click();
    await rows.nth(3).click({ modifiers: ["Shift"] });
    await expect(page.getByText("3 selected")).toBeVisible();
    await page.keyboard.press("Control+a");
    await expect(page.getByText(`All ${matching} matching selected`)).toBeVisible();
  });

  await test.step("a new job explains what it will do", async () => {
    await page.keyboard.press("n");
    const panel = page.getByRole("complementary", { name: "New job" });
    await panel.getByRole("switch", { name: "Only where it is empty" }).click();
    await panel.getByLabel("Instructions", { exact: true }).fill("Short sentences.");
    await expect(panel.getByText("nothing, no model is used")).toBeVisible();
    await panel.getByRole("button", { name: /^Write \d+ descriptions/ }).click();
  });

  await test.step("it runs to its end by itself", async () => {
    await expect(page.getByText("Completed", { exact: true })).toBeVisible();
    await expect(page.getByText("Short sentences.")).toBeVisible();
    await expect(page.getByRole("region", { name: "Counts" })).toContainText("Pending review");
  });

  const first = page.getByRole("row", { name: /brass/i }).first();
  const handle = (await first.locator("text=/^[a-z0-9-]+$/").first().textContent()) ?? "";
  const shown = new URL(`/demo/products/${handle}`, page.url()).href;
  const onShop = async () => (await page.request.get(shown)).text();
  const before = await onShop();

  await test.step("preview, edit, publish one", async () => {
    await first.getByRole("button", { name: /^Preview/ }).click();
    const dialog = page.getByRole("dialog", { name: /^Preview of/ });
    await expect(dialog.frameLocator("iframe[title=Draft]").locator("body")).not.toBeEmpty();
    await expect(dialog.getByText("SEO score")).toBeVisible();
    await page.keyboard.press("e");
    await dialog.getByRole("textbox").fill("Edited by hand in the browser.");
    await page.keyboard.press("Control+s");
    await expect(dialog.getByText("revision 2")).toBeVisible();
    await page.keyboard.press("p");
    const question = page.getByRole("dialog", { name: /^Publish 1 description/ });
    await expect(question).toContainText("You can undo this later.");
    await question.getByRole("button", { name: "Publish 1", exact: true }).click();
    await expect(dialog.getByText("Published", { exact: true })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
  });
  expect(await onShop()).toContain("Edited by hand in the browser.");

  await test.step("publish the rest", async () => {
    await page.getByRole("button", { name: /^Publish All/ }).click();
    await confirmAll(page, /^Publish \d+$/);
    await expect(page.getByRole("button", { name: /^Publish All/ })).toBeHidden();
    await page.getByRole("button", { name: /^Published \d+/ }).click();
    await expect(page).toHaveURL(/show=published/);
    await expect(page.getByRole("row", { name: /Published/ }).first()).toBeVisible();
  });

  await test.step("undo all: the shop has its own text again", async () => {
    await page.getByRole("button", { name: /^Undo \d+/ }).click();
    await page.getByRole("button", { name: /^Put back \d+$/ }).click();
    await expect(page.getByText("Nothing is published yet.")).toBeVisible();
  });
  expect(await onShop()).toBe(before);
});

test("Back returns through filter, preview and list", async ({ page, galley }) => {
  await openDemoShop(page, galley);
  await writeAll(page, "SEO title");
  await page.getByRole("button", { name: /^Unpublished/ }).click();
  await expect(page).toHaveURL(/show=unpublished/);
  await expect(page.getByRole("row", { name: /Brass Ruler/ })).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  const dialog = page.getByRole("dialog", { name: /^Preview of/ });
  await expect(dialog).toBeVisible();
  await expect(dialog.getByText("2 of 77 unpublished")).toBeVisible();
  await page.goBack();
  await expect(dialog).toBeHidden();
  await expect(page).toHaveURL(/show=unpublished/);
  await page.goBack();
  await expect(page).not.toHaveURL(/show=/);
  await page.goBack();
  await expect(page.getByRole("heading", { name: "Products" })).toBeVisible();
});

test("numbers move in a second page without a reload", async ({ page, context, galley }) => {
  await openDemoShop(page, galley);
  const other = await context.newPage();
  await other.goto(page.url());
  await other.getByRole("link", { name: /^Jobs/ }).click();
  await expect(other.getByText("No jobs yet.")).toBeVisible();
  await writeAll(page, "Meta description");
  await expect(other.getByRole("row", { name: /100 %/ })).toBeVisible();
  await expect(other.getByRole("row", { name: /77/ }).first()).toBeVisible();
});

test("alt text of pictures that the writer does not see is asked for, and says so", async ({
  page,
  galley,
}) => {
  await openDemoShop(page, galley);
  await page.getByRole("searchbox", { name: "Name, SKU, tag" }).fill("cocotte");
  await expect(page.getByRole("row", { name: /cocotte/ })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("n");
  const panel = page.getByRole("complementary", { name: "New job" });
  await panel.getByText("Alt text", { exact: true }).click();
  await panel.getByRole("switch", { name: "Only where it is empty" }).click();
  const unseen = panel.getByRole("switch", { name: "Also pictures that the model does not see" });
  await expect(unseen).not.toBeChecked();
  await expect(panel.getByText(/sees no pictures.*that was not seen is not written/)).toBeVisible();
  await unseen.focus();
  await page.keyboard.press("Space");
  await expect(panel.getByText(/says so, and waits for your review/)).toBeVisible();
  await panel.getByRole("button", { name: /^Write \d+/ }).click();
  await expect(page.getByText("Completed", { exact: true })).toBeVisible();

  await page.keyboard.press("Space");
  const dialog = page.getByRole("dialog", { name: /^Preview of/ });
  await expect(dialog.getByRole("img", { name: "The picture this text is for" })).toBeVisible();
  await expect(dialog.getByText("Written without seeing the picture.").first()).toBeVisible();
  await expect(dialog.getByRole("tab", { name: /^Score/ })).toBeVisible();
});
