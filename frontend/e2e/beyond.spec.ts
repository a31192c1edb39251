import type { Page } from "@playwright/test";
import { testAlone } from "./desk";
import { startEndpoint } from "./endpoint";
import { expect, openDemoShop, test, writeAll } from "./galley";

test("Inline edit with revisions kept (model and person): compare any two, go back to one", async ({
  page,
  galley,
}) => {
  await openDemoShop(page, galley);
  await writeAll(page, "SEO title");
  await expect(page.getByRole("row", { name: /To review/ }).first()).toBeVisible();
  await page.keyboard.press("Space");
  const dialog = page.getByRole("dialog", { name: /^Preview of/ });
  const draft = dialog.frameLocator("iframe[title=Draft]").locator("body");
  await expect(draft).not.toBeEmpty();
  const first = (await draft.textContent()) ?? "";
  await page.keyboard.press("e");
  await dialog.getByRole("textbox").fill("Brass ruler, by hand");
  await page.keyboard.press("Control+s");
  await expect(draft).toHaveText("Brass ruler, by hand");

  await page.keyboard.press("h");
  const revisions = page.getByRole("dialog", { name: /^Revisions of/ });
  await expect(revisions.getByText(/^edited by/)).toBeVisible();
  await expect(revisions.getByText(/^written by Template writer/)).toBeVisible();
  await expect(
    revisions.frameLocator('iframe[title="Revision 2"]').locator("ins, [data-new]").first(),
  ).toBeVisible();
  await expect(revisions.getByRole("button", { name: "Go back to revision 2" })).toBeDisabled();
  await revisions.getByRole("radio", { name: "Show revision 1" }).check();
  await revisions.getByRole("button", { name: "Go back to revision 1" }).click();
  await expect(revisions).toBeHidden();
  await expect(draft).toHaveText(first);
  await expect(dialog.getByText(/revision 3/)).toBeVisible();
});

test("a command palette over shops, products, jobs and actions", async ({ page, galley }) => {
  await openDemoShop(page, galley);
  await writeAll(page, "SEO title");
  const field = page.getByRole("combobox", { name: "Shop, product, job or action" });

  await page.keyboard.press("Control+k");
  await expect(field).toBeFocused();
  await page.keyboard.type("settings");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Settings" })).toBeVisible();

  await page.keyboard.press("Control+k");
  await page.keyboard.type("brass ruler");
  await expect(page.getByRole("option", { name: /Brass Ruler/ })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/products\/brass-ruler/);
  await expect(page.getByRole("heading", { name: /Brass Ruler/ })).toBeVisible();

  await page.keyboard.press("Control+k");
  await page.keyboard.type("seo title completed");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("region", { name: "Counts" })).toBeVisible();

  await page.keyboard.press("Control+k");
  await page.keyboard.type("publish all");
  await page.keyboard.press("Enter");
  await expect(
    page.getByRole("dialog", { name: /^Publish SEO titles to Demo shop/ }),
  ).toBeVisible();
  await page.keyboard.press("Escape");

  await page.keyboard.press("Control+k");
  await page.keyboard.type("no such thing");
  await expect(page.getByText("Nothing matches “no such thing”.")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(field).toBeHidden();
});

test("the number to review is in the title; the last page is remembered", async ({
  page,
  galley,
}) => {
  await openDemoShop(page, galley);
  await writeAll(page, "SEO title");
  await expect(page).toHaveTitle(/^\(77\) /);
  const { origin } = new URL(page.url());
  await page.goto("about:blank");
  await page.goto(`${origin}/`);
  await expect(page.getByRole("region", { name: "Counts" })).toBeVisible();
});

test("a job that pauses for a reason is told of, wherever one looks", async ({ page, galley }) => {
  await galley.run("settings", "set", "writer.kind", "openai");
  await galley.run("settings", "set", "writer.base_url", "http://127.0.0.1:9/v1");
  await galley.run("settings", "set", "writer.model", "none");
  await galley.run("settings", "set", "strategy", "review");
  await openDemoShop(page, galley);
  await page.keyboard.press("n");
  const panel = page.getByRole("complementary", { name: "New job" });
  await panel.getByText("SEO title", { exact: true }).click();
  await panel.getByRole("switch", { name: "Only where it is empty" }).click();
  await panel.getByRole("button", { name: /^Write \d+/ }).click();
  await page.getByRole("link", { name: "Settings" }).click();
  await expect(page.getByRole("status").filter({ hasText: /^Job 1, All products:/ })).toBeVisible();
});

// The smallest window with the largest text, and the largest one. What fits at 125 % fits at 100 %.
for (const [width, height, size] of [
  [1000, 640, 125],
  [1920, 1080, 125],
] as const) {
  test(`nothing runs over the edge at ${width} × ${height}, ${size} % text`, async ({
    page,
    galley,
  }) => {
    await galley.run("settings", "set", "appearance.text_size", String(size));
    await page.setViewportSize({ width, height });
    const check = async () => {
      const wide = await page.evaluate(() => {
        const main = document.querySelector("main");
        return [document.documentElement, main].map((e) => (e ? e.scrollWidth - e.clientWidth : 0));
      });
      expect(wide).toEqual([0, 0]);
    };
    await openDemoShop(page, galley);
    await check();
    await writeAll(page, "Description");
    await check();
    await expect(page.getByRole("button", { name: /^Publish All/ })).toBeInViewport({ ratio: 1 });
    await page.keyboard.press("Space");
    await expect(page.getByRole("dialog", { name: /^Preview of/ })).toBeVisible();
    await expect(page.getByRole("button", { name: "Publish…" }).last()).toBeInViewport({
      ratio: 1,
    });
    await page.keyboard.press("Escape");
    await page.getByRole("link", { name: /^All/ }).click();
    await expect(page.getByLabel(/^Plan of/)).toBeInViewport({ ratio: 1 });
    await expect(page.getByRole("button", { name: /^Remove/ })).toBeInViewport({ ratio: 1 });
  });
}

test("a small window shows the shop's name, and drafts in two thirds of it", async ({
  page,
  galley,
}) => {
  await page.setViewportSize({ width: 1000, height: 640 });
  await openDemoShop(page, galley);
  const named = page.locator('footer [data-name="Demo shop"]');
  await expect(named).toBeInViewport({ ratio: 1 });
  const head = async () => ((await page.getByRole("grid").boundingBox())?.y ?? 640) / 640;
  await writeAll(page, "SEO title");
  await expect(page.getByRole("row", { name: /To review/ }).first()).toBeVisible();
  await expect.poll(head).toBeLessThan(1 / 3);
  await galley.run("item", "approve", "1/1", "1/2");
  await galley.run("item", "reject", "1/3");
  const filters = page.getByRole("group", { name: "Show" });
  await expect(filters.getByRole("button", { name: /^Rejected/ })).toBeVisible();
  await expect.poll(async () => (await filters.boundingBox())?.height).toBeGreaterThan(45);
  await expect.poll(head).toBeLessThan(1 / 3);
  await page.keyboard.press("t");
  await expect(page.getByRole("grid", { name: /^Table of/ })).toBeVisible();
  await expect.poll(head).toBeLessThan(1 / 3);
  await expect(named).toBeInViewport({ ratio: 1 });
});

testAlone(
  "a reason of two lines leaves the drafts two thirds of a small window",
  async ({ page, desk }) => {
    await page.setViewportSize({ width: 1000, height: 640 });
    await desk.writer("openai");
    const price = [{ model: desk.endpoint.model, input: 1, output: 4 }];
    await desk.galley.run("settings", "set", "prices", JSON.stringify(price));
    await desk.galley.run("settings", "set", "caps.day_usd", "0.00001");
    await page.goto(desk.address(`jobs/${await desk.job({ field: "seo_title", wait: false })}`));
    const why = page.getByText(/more than today’s cap of/);
    await expect.poll(async () => (await why.boundingBox())?.height).toBeGreaterThan(30);
    const top = async () => ((await page.getByRole("grid").boundingBox())?.y ?? 640) / 640;
    await expect.poll(top).toBeLessThan(1 / 3);
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/small-reason.png` });
  },
);

/** The buttons of the head that lie over another, or beyond its edge, and whether the name is cut off. */
function headFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const head = document.querySelector("main header");
    const edge = head?.getBoundingClientRect();
    if (!head || !edge) return ["no head"];
    const parts = [...head.querySelectorAll("button, h1, label")].filter((e) =>
      e.checkVisibility(),
    );
    const found = parts.flatMap((part, i) => {
      const box = part.getBoundingClientRect();
      const over = parts.slice(i + 1).filter((other) => {
        const { left, right, top, bottom } = other.getBoundingClientRect();
        const apart =
          right <= box.left || left >= box.right || bottom <= box.top || top >= box.bottom;
        return !apart && !part.contains(other);
      });
      const out =
        box.left < edge.left || box.right > edge.right || part.scrollWidth > part.clientWidth;
      return [
        ...over.map((other) => `${part.textContent} over ${other.textContent}`),
        ...(out ? [`${part.textContent} is cut off`] : []),
      ];
    });
    return found;
  });
}

test("the head of a job with all its buttons keeps them and its name whole in a small window", async ({
  page,
  galley,
}) => {
  await page.setViewportSize({ width: 1000, height: 640 });
  await openDemoShop(page, galley);
  const endpoint = await startEndpoint();
  try {
    const set = (key: string, value: string) => galley.run("settings", "set", key, value);
    await set("writer.base_url", endpoint.url);
    await set("writer.model", endpoint.model);
    await set("writer.rpm", "0");
    await set("writer.kind", "openai");
    endpoint.refuse("e");
    const create = ["job", "create", "demo", "--field", "meta_description", "--all", "--wait"];
    await galley.run(...create);
    const { items } = JSON.parse(await galley.run("job", "show", "1", "--items", "--json")) as {
      items: { id: string; state: string }[];
    };
    const [published = "", approved = ""] = items
      .filter(({ state }) => state === "generated")
      .map(({ id }) => id);
    await galley.run("publish", "1", "--item", published, "--wait");
    await galley.run("item", "approve", approved);
    await page.goto(page.url().replace(/products.*/, "jobs/1"));
    for (const name of [
      /^Retry \d/,
      /^Undo 1…/,
      /^Publish approved 1…/,
      /^Publish All \d/,
      /^Find and/,
    ]) {
      await expect(page.getByRole("button", { name })).toBeVisible();
    }
    await expect.poll(() => headFaults(page)).toEqual([]);
    const below = async () => (await page.getByRole("grid").boundingBox())?.y ?? 640;
    await expect.poll(below).toBeLessThan(640 / 3);
    await page.setViewportSize({ width: 1440, height: 900 });
    await expect.poll(() => headFaults(page)).toEqual([]);
  } finally {
    await endpoint.stop();
  }
});

test("with large text the rail folds earlier, and a large window gives its room to the drafts", async ({
  page,
  galley,
}) => {
  await galley.run("settings", "set", "appearance.text_size", "125");
  await page.setViewportSize({ width: 1366, height: 768 });
  await openDemoShop(page, galley);
  const rail = page.getByRole("navigation", { name: "Main" });
  const width = async () => (await rail.boundingBox())?.width ?? 0;
  await expect.poll(width).toBeLessThan(90);
  await writeAll(page, "SEO title");
  await page.keyboard.press("t");
  const draft = page.getByTitle(/^Edit the draft of/).first();
  await expect(draft).toBeVisible();
  const share = async () => ((await draft.boundingBox())?.width ?? 0) / 1366;
  await expect.poll(share).toBeGreaterThan(0.25);
  await page.setViewportSize({ width: 2560, height: 1440 });
  await expect.poll(width).toBeGreaterThan(200);
  await expect
    .poll(async () => draft.evaluate((cell) => cell.scrollWidth - cell.clientWidth))
    .toBeLessThanOrEqual(0);
});

test("tooltips of the rail show names that are cut off or hidden, and repeat no others", async ({
  page,
  galley,
}) => {
  await openDemoShop(page, galley);
  const rail = page.getByRole("navigation", { name: "Main" });
  const activity = rail.getByRole("link", { name: /^Activity/ });
  const shop = rail.getByRole("button", { name: /Demo shop/ });
  await shop.hover();
  await activity.hover();
  await expect(activity).not.toHaveAttribute("title", /./);
  await expect(shop).not.toHaveAttribute("title", /./);
  await page.setViewportSize({ width: 1000, height: 640 });
  await page.getByRole("grid").hover();
  await shop.hover();
  await activity.hover();
  await expect(activity).toHaveAttribute("title", "Activity");
  await expect(shop).toHaveAttribute("title", "Demo shop");
});
