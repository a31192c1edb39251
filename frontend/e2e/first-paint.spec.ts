import { expect, openDemoShop, test } from "./galley";

test("the frame is painted before styles and program come, and a missing style sheet keeps no program away", async ({
  page,
  galley,
}) => {
  await openDemoShop(page, galley);
  await page.emulateMedia({ colorScheme: "dark" });
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/assets\/index-.*\.(js|css)$/, async (route) => {
    await held;
    if (route.request().resourceType() === "stylesheet") await route.abort();
    else await route.fallback();
  });
  await page.reload({ waitUntil: "commit" });
  await expect(page.locator("#frame")).toBeVisible();
  await expect(page.getByRole("main")).toHaveCount(0);
  const looks = await page.evaluate(() => {
    const frame = document.querySelector("#frame > div");
    if (!frame) throw new Error("there is no frame");
    return {
      tray: getComputedStyle(frame).backgroundColor,
      behind: getComputedStyle(document.documentElement).backgroundColor,
    };
  });
  expect(looks).toEqual({ tray: "rgb(21, 23, 27)", behind: "rgb(28, 31, 36)" });
  release();
  await expect(page.getByRole("main")).toBeVisible();
});
