import { expect, openDemoShop, test } from "./galley";

const BUILT = /assets\/index-.*\.(js|css)$/;

test("the frame is painted before styles and program are asked for, as large as the page then is", async ({
  page,
  galley,
}) => {
  await openDemoShop(page, galley);
  await page.emulateMedia({ colorScheme: "dark" });
  await galley.run("settings", "set", "appearance.text_size", "125");
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem("galley-text-size")))
    .toBe("125");
  let asked = 0;
  page.on("request", (request) => {
    if (BUILT.test(request.url())) asked++;
  });
  // Nothing is painted, and no time passes, until the test says so.
  await page.addInitScript(() => {
    const held: (() => void)[] = [];
    const { requestAnimationFrame: paint, setTimeout: later } = window;
    Object.assign(window, {
      requestAnimationFrame: (run: () => void) => held.push(() => paint(run)),
      setTimeout: (run: () => void, ms?: number) => held.push(() => later(run, ms)),
      go: () => {
        Object.assign(window, { requestAnimationFrame: paint, setTimeout: later });
        for (const run of held) run();
      },
    });
  });
  await page.reload();
  await expect(page.locator("#frame")).toBeVisible();
  expect(asked).toBe(0);
  const frame = page.locator("#frame > div");
  const rail = await frame.evaluate((el) => {
    const behind = getComputedStyle(document.documentElement).backgroundColor;
    return {
      tray: getComputedStyle(el).backgroundColor,
      behind,
      width: el.getBoundingClientRect().width,
    };
  });
  expect(rail).toMatchObject({ tray: "rgb(21, 23, 27)", behind: "rgb(28, 31, 36)" });
  await page.evaluate(() => (window as unknown as { go: () => void }).go());
  await expect(page.getByRole("main")).toBeVisible();
  expect(asked).toBe(2);
  const then = await page.locator("[data-rail]").boundingBox();
  expect(rail.width).toBe(then?.width);
});

test("the program waits for its styles, and comes without them where they cannot be had", async ({
  page,
  galley,
}) => {
  await openDemoShop(page, galley);
  const asked = new Set<string>();
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(BUILT, async (route) => {
    const kind = route.request().resourceType();
    asked.add(kind);
    if (kind === "script") return route.fallback();
    await held;
    await route.abort();
  });
  const evaluated = page.waitForResponse((response) => /index-.*\.js$/.test(response.url()));
  await page.reload({ waitUntil: "commit" });
  await (await evaluated).finished();
  await page.evaluate(() => new Promise((painted) => requestAnimationFrame(painted)));
  await expect(page.getByRole("main")).toHaveCount(0);
  release();
  await expect(page.getByRole("main")).toBeVisible();
  expect([...asked].sort()).toEqual(["script", "stylesheet"]);
});
