import { expect, test } from "./galley";

test("the first minute: drafts to read, three keys, a page that looks like a shop, the guide", async ({
  page,
  galley,
}) => {
  await page.goto(galley.url);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("read it like a proof");

  await test.step("settings are there before the first shop", async () => {
    await page.getByRole("button", { name: "Settings" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Settings" })).toBeVisible();
    await expect(page.getByText("These are for all shops")).toBeVisible();
    await page.goBack();
  });

  await test.step("the demo shop starts with drafts", async () => {
    await page.keyboard.press("1");
    await expect(page.getByRole("row", { name: /Nightjar/ })).toContainText(/power cut/);
    const hint = page.getByRole("region", { name: "Keys for a start" });
    await hint.getByRole("button", { name: "Got it" }).click();
    await expect(hint).toBeHidden();
  });

  await test.step("its page has its style and its pictures", async () => {
    const handle = "nightjar-rechargeable-lamp";
    const shop = await page.context().newPage();
    const missing: string[] = [];
    shop.on("response", (answer) => {
      if (!answer.ok()) missing.push(answer.url());
    });
    await shop.goto(new URL(`/demo/products/${handle}`, galley.url).href);
    const picture = shop.locator("img").first();
    await expect(picture).toBeVisible();
    expect(await picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
    const columns = shop.locator(".product");
    expect(await columns.evaluate((el) => getComputedStyle(el).display)).toBe("grid");
    expect(missing).toEqual([]);
    if (process.env.SHOTS) await shop.screenshot({ path: `${process.env.SHOTS}/demo-page.png` });
    await shop.close();
  });

  await test.step("the guide is one key away, and is searched", async () => {
    await page.keyboard.press("F1");
    await expect(page.getByRole("heading", { level: 1, name: "User guide" })).toBeVisible();
    await page.keyboard.press("/");
    await page.keyboard.type("undo");
    await expect(page.locator("mark").first()).toHaveText(/undo/i);
  });
});
