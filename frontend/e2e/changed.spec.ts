import { expect, test, writeAll } from "./galley";
import { expectAccessible } from "./violations";

test("a published text that was changed on the shop is compared, put back and taken over", async ({
  page,
  galley,
  foreignShop,
}) => {
  const shop = await foreignShop(6);
  const add = ["shop", "add", "shopify", "north.myshopify.com", "--endpoint", shop.endpoint];
  const { id } = JSON.parse(
    await galley.runWith(shop.token, ...add, "--token-stdin", "--json"),
  ) as { id: string };
  await galley.run("sync", id);
  await page.goto(galley.url);
  await expect(page.getByRole("grid", { name: "Products" })).toBeVisible();
  await writeAll(page, "Description");
  await galley.run("publish", "1", "--wait");
  const job = JSON.parse(await galley.run("job", "show", "1", "--items", "--json")) as {
    items: { product: { handle: string; title: string }; content: string }[];
  };
  const [first, second, third] = job.items;
  if (!first || !second || !third) throw new Error("no items");
  for (const { product } of [first, second]) {
    await shop.change(product.handle, { descriptionHtml: "<p>The client wrote this.</p>" });
  }
  await galley.run("sync", id);

  const changed = page.getByRole("button", { name: /^Changed since 2/ });
  await changed.click();
  const rows = page.getByRole("row", { name: /Another text, seen/ });
  await expect(rows).toHaveCount(2);
  await rows.first().click();
  await page.keyboard.press("Space");
  const dialog = page.getByRole("dialog", { name: /^Preview of/ });
  const now = dialog.frameLocator("iframe[title='On the shop now']");
  await expect(now.locator("body")).toContainText("The client wrote this.");
  await expect(dialog.getByText(/^seen /)).toBeVisible();
  if (process.env.SHOTS) {
    await page.screenshot({ path: `${process.env.SHOTS}/changed-light.png` });
    await page.emulateMedia({ colorScheme: "dark" });
    await page.screenshot({ path: `${process.env.SHOTS}/changed-dark.png` });
  }

  await test.step("put back asks, and writes Galley's text again", async () => {
    await page.keyboard.press("2");
    const question = page.getByRole("dialog", { name: /^Put the description of/ });
    await expect(question).toContainText("It replaces the 4 words on the shop now");
    await expect(question.getByRole("button", { name: "Put back 1" })).toBeVisible();
    await expectAccessible(page);
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/putback.png` });
    await question.getByRole("button", { name: "Put back 1" }).click();
    await expect(dialog.getByText("Published", { exact: true })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("button", { name: /^Changed since 1/ })).toBeVisible();
  });

  await test.step("take over accepts the shop's text and writes nothing", async () => {
    await rows.first().click();
    await page.keyboard.press("Space");
    await expect(now.locator("body")).toContainText("The client wrote this.");
    await page.keyboard.press("1");
    await expect(page.getByText(/is taken over\.$/)).toBeVisible();
    const counts = JSON.parse(await galley.run("job", "show", "1", "--json")) as {
      counts: { changed: number; published: number };
    };
    expect(counts.counts).toMatchObject({ changed: 0, published: job.items.length });
  });

  await test.step("the product editor offers both too", async () => {
    await shop.change(third.product.handle, { descriptionHtml: "<p>The client wrote that.</p>" });
    await galley.run("sync", id);
    await page.goto(`${new URL(galley.url).origin}/#/s/${id}/products/${third.product.handle}`);
    const putBack = page.getByRole("button", { name: "Put back: Description…" });
    const takeOver = page.getByRole("button", { name: "Take over: Description" });
    await expect(putBack).toBeVisible();
    if (process.env.SHOTS) {
      await page.screenshot({ path: `${process.env.SHOTS}/editor-changed-light.png` });
      await page.emulateMedia({ colorScheme: "dark" });
      await page.screenshot({ path: `${process.env.SHOTS}/editor-changed-dark.png` });
      await page.emulateMedia({ colorScheme: "light" });
    }
    await putBack.click();
    const question = page.getByRole("dialog", { name: /^Put the description of/ });
    await question.getByRole("button", { name: "Put back 1" }).click();
    await expect(takeOver).toBeHidden();
    await expect
      .poll(() => shop.page(third.product.handle))
      .not.toContain("The client wrote that.");

    await shop.change(third.product.handle, { descriptionHtml: "<p>Once more.</p>" });
    await galley.run("sync", id);
    await takeOver.click();
    await expect(
      page.getByText(`The shop’s text of ${third.product.title} is taken over.`),
    ).toBeVisible();
    await expect(takeOver).toBeHidden();
    expect(await shop.page(third.product.handle)).toContain("Once more.");
  });
});
