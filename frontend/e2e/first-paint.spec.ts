import type { Page } from "@playwright/test";
import { expect, openDemoShop, test } from "./galley";
import { asWindow } from "./window";

const BUILT = /assets\/index-.*\.(js|css)$/;

/** From the next load on nothing is painted, and no time passes, until the returned function is called. */
async function holdPaint(page: Page): Promise<() => Promise<void>> {
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
  return () => page.evaluate(() => (window as unknown as { go: () => void }).go());
}

/** What a rail says and where, and the heading beside it. */
function seen(page: Page, rail: string, heading: string) {
  return page.evaluate(
    ([rail, heading]) => {
      const look = (element: Element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        const { color, backgroundColor, fontSize, fontWeight } = getComputedStyle(element);
        const name = element.querySelector("[data-name]") ?? element;
        return {
          says: name.textContent,
          at: [x, y, width, height].map(Math.round),
          looks: [color, backgroundColor, fontSize, fontWeight],
          current: element.getAttribute("aria-current"),
        };
      };
      const words = [...document.querySelectorAll(`${rail} a`)].map(look);
      const title = [...document.querySelectorAll(heading)].find((h) => h.checkVisibility());
      const box = title?.getBoundingClientRect();
      return { words, title: title && box && [title.textContent, box.x, box.y, box.height] };
    },
    [rail, heading] as const,
  );
}

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
  const paint = await holdPaint(page);
  await page.reload();
  await expect(page.locator("#frame")).toBeVisible();
  expect(asked).toBe(0);
  // What tests wait for by its role comes from the program alone.
  for (const role of ["heading", "link"] as const)
    await expect(page.getByRole(role)).toHaveCount(0);
  const frame = page.locator("#frame > div > div").first();
  const rail = await frame.evaluate((el) => {
    const behind = getComputedStyle(document.documentElement).backgroundColor;
    return {
      tray: getComputedStyle(el).backgroundColor,
      behind,
      width: el.getBoundingClientRect().width,
    };
  });
  expect(rail).toMatchObject({ tray: "rgb(21, 23, 27)", behind: "rgb(28, 31, 36)" });
  await paint();
  await expect(page.getByRole("main")).toBeVisible();
  expect(asked).toBe(2);
  const then = await page.locator("[data-rail]").boundingBox();
  expect(rail.width).toBe(then?.width);
  await expect(page.locator("#frame")).toHaveCount(0);
});

for (const [size, scheme] of [
  [{ width: 1280, height: 800 }, "light"],
  [{ width: 1000, height: 700 }, "dark"],
] as const) {
  test(`the frame's words are the page's, at ${size.width} px, ${scheme}`, async ({
    page,
    galley,
  }) => {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme: scheme });
    await openDemoShop(page, galley);
    const at = new URL(page.url()).hash.slice(1).replace(/\/[a-z]+$/, "");
    const paint = await holdPaint(page);
    for (const [path, heading] of [
      [`${at}/products`, "Products"],
      [`${at}/collections`, "Collections"],
      [`${at}/keyphrases`, undefined],
      [`${at}/jobs`, "Jobs"],
      [`${at}/jobs/of-another-shop`, undefined],
      [`${at}/activity`, "Activity"],
      [`${at}/profile`, "Shop profile"],
      ["/review", "To review"],
      ["/settings", "Settings"],
      ["/shops", undefined],
    ] as const) {
      await page.evaluate((hash) => history.replaceState(null, "", `#${hash}`), path);
      await page.reload();
      const before = await seen(page, "#frame", "#frame h1");
      expect(before.title?.[0], path).toBe(heading);
      await paint();
      await expect(page.locator("#frame")).toHaveCount(0);
      await expect(async () => {
        const after = await seen(page, "[data-rail]", "main h1");
        // Other shops are in the rail besides.
        const same = after.words.filter((one) =>
          before.words.some(({ says }) => says === one.says),
        );
        expect(before.words, path).toEqual(same);
        if (heading) expect(before.title, path).toEqual(after.title);
      }).toPass();
    }
  });
}

test("the frame names the shop where the page came with it, and the program does not ask again for what came", async ({
  page,
  galley,
}) => {
  await openDemoShop(page, galley);
  await galley.run("shop", "rename", "Demo shop", "Ünder & <b>Sons</b>");
  const shops = await galley.run("shop", "list", "--json");
  const [shop] = JSON.parse(shops);
  await asWindow(page);
  await page.route(
    ({ pathname }) => pathname === "/",
    async (route) => {
      const answer = await route.fetch();
      const given = JSON.stringify({ ListShops: [shop] }).replaceAll("<", "\\u003c");
      const block = `<script type="application/json" id="given">${given}</script><script data-program`;
      await route.fulfill({ body: (await answer.text()).replace("<script data-program", block) });
    },
  );
  const paint = await holdPaint(page);
  await page.reload();
  await expect(page.locator("#frame [data-shop]")).toHaveText("Ünder & <b>Sons</b>");
  await expect(page.locator("#frame [data-code]")).toHaveText("ÜB");
  const asked: string[] = [];
  page.on("request", (request) => {
    const [, method] = /\/rpc\/(\w+)$/.exec(request.url()) ?? [];
    if (method) asked.push(method);
  });
  const times = (method: string) => asked.filter((one) => one === method).length;
  await paint();
  await expect(page.locator("[data-rail]").getByText("Ünder & <b>Sons</b>")).toBeVisible();
  await expect(page.getByRole("row").nth(1)).toBeVisible();
  // What came with the page may be old by now: it is asked for once announcements are heard. By then the settings,
  // which did not come with it, are asked for a second time.
  await expect.poll(() => times("GetSettings")).toBe(2);
  await expect.poll(() => times("ListShops")).toBeGreaterThan(0);
  await page.evaluate(() => fetch("/icon.svg")); // requests of that moment have been counted
  expect(times("ListShops")).toBe(1);
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
