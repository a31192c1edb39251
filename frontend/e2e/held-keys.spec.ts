import type { Page } from "@playwright/test";
import { type Desk, expect, test } from "./desk";
import { painted } from "./galley";

const rows = (page: Page) => page.getByRole("row", { name: /^Select (?!all)/ });

/** A job of four titles, on screen. */
async function openJob(page: Page, desk: Desk): Promise<string> {
  await desk.writer("template");
  const id = await desk.job({ field: "title", products: desk.products.slice(0, 4) });
  await page.goto(desk.address(`jobs/${id}`));
  await expect(rows(page)).toHaveCount(4);
  return id;
}

async function decisions(desk: Desk, job: string): Promise<string[]> {
  const { items } = JSON.parse(await desk.galley.run("job", "show", job, "--items", "--json")) as {
    items: { decision: string }[];
  };
  return items.map(({ decision }) => decision);
}

/** Holds a key down: the first press, and what the keyboard repeats. */
async function hold(page: Page, key: string, times = 15) {
  for (let i = 0; i < times; i++) await page.keyboard.down(key);
  await page.keyboard.up(key);
}

test("a held A or R decides one draft in the preview, and goes on to the next", async ({
  page,
  desk,
}) => {
  const id = await openJob(page, desk);
  await page.keyboard.press("Space");
  const dialog = page.getByRole("dialog", { name: /^Preview of/ });
  await expect(dialog).toContainText("1 of 4");
  await painted(page);
  await hold(page, "a");
  await expect(dialog).toContainText("2 of 4");
  await painted(page);
  expect(await decisions(desk, id)).toEqual(["approved", "open", "open", "open"]);
  await hold(page, "r");
  await expect(dialog).toContainText("3 of 4");
  expect(await decisions(desk, id)).toEqual(["approved", "rejected", "open", "open"]);
});

test("a draft that is not painted yet takes no decision", async ({ page, desk }) => {
  const id = await openJob(page, desk);
  await page.keyboard.press("Space");
  const dialog = page.getByRole("dialog", { name: /^Preview of/ });
  await expect(dialog).toContainText("1 of 4");
  await painted(page);
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/rpc/GetProof", async (route) => {
    if (route.request().postData()?.includes(`${id}/2`)) await held;
    await route.continue();
  });
  await page.keyboard.press("a");
  await expect(page).toHaveURL(new RegExp(`/jobs/${id}/2\\b`));
  for (const key of ["a", "r", "p", "g", "e", "R", "1"]) await hold(page, key, 1);
  expect(await decisions(desk, id)).toEqual(["approved", "open", "open", "open"]);
  await expect(page.getByRole("dialog")).toHaveCount(1);
  release();
  await expect(dialog).toContainText("2 of 4");
  await expect(dialog).toHaveAccessibleName(new RegExp(desk.products[1]?.title ?? "?"));
  await painted(page);
  await painted(page);
  await page.keyboard.press("r");
  await expect.poll(() => decisions(desk, id)).toEqual(["approved", "rejected", "open", "open"]);
});

test("in the list a held key decides one row, and held arrows only move", async ({
  page,
  desk,
}) => {
  const id = await openJob(page, desk);
  await page.keyboard.press("ArrowDown");
  await painted(page);
  await hold(page, "a");
  await expect.poll(() => decisions(desk, id)).toEqual(["open", "approved", "open", "open"]);
  // Movement repeats: it decides nothing.
  await hold(page, "ArrowUp");
  await painted(page);
  await page.keyboard.press("r");
  await expect.poll(() => decisions(desk, id)).toEqual(["rejected", "approved", "open", "open"]);
});

test("a held P and a held Enter open the question and publish nothing", async ({ page, desk }) => {
  const id = await openJob(page, desk);
  await painted(page);
  await hold(page, "p");
  const question = page.getByRole("dialog");
  await expect(question.getByRole("button", { name: "Publish 1", exact: true })).toBeFocused();
  for (let i = 0; i < 10; i++) {
    // A key that was down before the question came: all that arrives is its repetition.
    await page.keyboard.down("p");
    await page.evaluate(() =>
      document.activeElement?.dispatchEvent(
        new KeyboardEvent("keydown", {
          key: "Enter",
          repeat: true,
          bubbles: true,
          cancelable: true,
        }),
      ),
    );
  }
  await page.keyboard.up("p");
  await expect(question).toBeVisible();
  const { counts } = JSON.parse(await desk.galley.run("job", "show", id, "--json")) as {
    counts: { published: number; waiting: number };
  };
  expect(counts.published + counts.waiting).toBe(0);
});
