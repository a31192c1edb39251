import { test as base, expect, type Page } from "@playwright/test";
import { type ForeignShop, type Galley, startGalley, startShop } from "./programs";

export type { ForeignShop, Galley } from "./programs";

interface Fixtures {
  galley: Galley;
  /** Starts a demo shop with the given number of products and flags; ends with the test. */
  foreignShop: (products: number, ...flags: string[]) => Promise<ForeignShop>;
  /** Fails the test where the page reports an error. */
  quiet: undefined;
}

const EXPECTED = [
  // An answer that is an error is shown on the page; the browser's own line adds nothing.
  "Failed to load resource",
  // A picture whose server allows no other page to read it is requested again without CORS.
  "Access to image at",
  // The trace recorder tries to look into the frame of a draft, which runs no scripts.
  "Blocked script execution in 'about:srcdoc'",
];

export const test = base.extend<Fixtures>({
  // A person presses a key for what is on the screen. Before that no key decides; Tab decides nothing.
  page: async ({ page }, use) => {
    const press = page.keyboard.press.bind(page.keyboard);
    page.keyboard.press = async (key, options) => {
      if (key !== "Tab") await painted(page);
      await press(key, options);
    };
    await use(page);
  },

  galley: async ({ page }, use) => {
    const galley = await startGalley();
    try {
      await use(galley);
    } finally {
      await page.close(); // it may still be loading
      await galley.stop();
    }
  },

  // biome-ignore lint/correctness/noEmptyPattern: the shape that Playwright asks for
  foreignShop: async ({}, use) => {
    const started: ForeignShop[] = [];
    await use(async (products, ...flags) => {
      const shop = await startShop("--products", String(products), ...flags);
      started.push(shop);
      return shop;
    });
    await Promise.all(started.map((shop) => shop.stop()));
  },

  quiet: [
    async ({ page }, use) => {
      const complaints: string[] = [];
      page.on("pageerror", (error) => complaints.push(String(error)));
      page.on("console", (message) => {
        const expected = EXPECTED.some((text) => message.text().includes(text));
        if (message.type() === "error" && !expected) complaints.push(message.text());
      });
      await use(undefined);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** A filled product list: the demo shop, without the drafts that the first page has written. */
export async function openDemoShop(page: Page, galley: Pick<Galley, "url" | "run">): Promise<void> {
  await galley.run("shop", "add", "demo");
  await galley.run("sync", "Demo shop");
  await page.goto(galley.url);
  await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible(); // the page is loaded before the program is
  if (page.url().endsWith("/welcome")) {
    await page.reload(); // the page may not have heard of the shop yet
    await page.evaluate(() => location.assign("#/"));
  }
  await expect(page.getByRole("row", { name: /Brass Ruler/ })).toBeVisible();
}

/** Makes a job over all products for the field, and waits until it is written. */
export async function writeAll(page: Page, field: string): Promise<void> {
  await page.keyboard.press("n");
  const panel = page.getByRole("complementary", { name: "New job" });
  await panel.getByText(field, { exact: true }).click();
  await panel.getByRole("switch", { name: "Only where it is empty" }).click();
  await panel.getByRole("button", { name: /^Write \d+/ }).click();
  await expect(page.getByText("Completed", { exact: true })).toBeVisible();
}

/** Waits until what the page shows is painted: until then no key decides. */
export async function painted(page: Page): Promise<void> {
  await expect(page.locator("[data-pending-paint]")).toHaveCount(0);
  await page.evaluate(async () => {
    for (let i = 0; i < 3; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
  });
}
