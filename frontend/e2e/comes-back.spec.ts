import type { Page } from "@playwright/test";
import { type Desk, expect, test } from "./desk";
import { painted } from "./galley";

interface Item {
  product: { title: string };
  state: string;
  revision: number;
  rewrite: { state: string } | null;
}

const dialogOf = (page: Page) => page.getByRole("dialog", { name: /^Preview of/ });

/** A job of three drafts, which the inbox offers to read. */
async function threeDrafts(desk: Desk) {
  await desk.writer("openai");
  const job = await desk.job({ field: "description", products: desk.products.slice(0, 3) });
  const itemOf = async (n: number) =>
    JSON.parse(await desk.galley.run("item", "show", `${job}/${n}`, "--json")) as Item;
  const titles = [];
  for (const n of [1, 2, 3]) titles.push((await itemOf(n)).product.title);
  return { job, itemOf, titles };
}

test("rewritten drafts come back at the end of the queue, marked against the version that the person saw", async ({
  page,
  desk,
}) => {
  const { job, itemOf, titles } = await threeDrafts(desk);
  const [first = "", second = "", third = ""] = titles;
  await page.goto(`${new URL(desk.galley.url).origin}/#/review/${job}/1`);
  const dialog = dialogOf(page);
  await expect(dialog).toHaveAccessibleName(`Preview of ${first}`);
  await painted(page);

  await page.keyboard.press("g");
  const question = page.getByRole("dialog", { name: "Regenerate with a note" });
  await expect(question.getByRole("textbox")).toBeFocused();
  await page.keyboard.type("shorter");
  await page.keyboard.press("Enter");
  await expect(dialog).toHaveAccessibleName(`Preview of ${second}`);
  // Written again before the last one is reached: it still comes after that one.
  await expect.poll(async () => (await itemOf(1)).revision).toBe(2);
  await painted(page);
  await page.keyboard.press("a");
  await expect(dialog).toHaveAccessibleName(`Preview of ${third}`);
  await painted(page);
  await page.keyboard.press("a");

  await expect(dialog).toHaveAccessibleName(`Preview of ${first}`);
  const band = dialog.getByRole("region", { name: "Regenerate" });
  await expect(band).toContainText("The marks show what changed since the draft that you saw.");
  await expect(band).toContainText("shorter");
  await expect(dialog).toContainText("You saw revision 1");
  await painted(page);
  await page.keyboard.press("a");
  await expect(page.getByRole("heading", { name: "All read: 3 approved" })).toBeVisible();
});

test("a selection that is written again is paused, goes on and is cancelled in the pages", async ({
  page,
  desk,
}) => {
  const { job, itemOf } = await threeDrafts(desk);
  // One is under way, and two wait: what was asked of the model is paid for, and is not paused.
  await desk.galley.run("settings", "set", "writer.concurrency", "1");
  desk.endpoint.hold();
  await page.goto(desk.address(`jobs/${job}`));
  await expect(page.getByRole("row", { name: /^Select (?!all)/ })).toHaveCount(3);
  await page.keyboard.press("Control+a");
  await page.keyboard.press("g");
  const question = page.getByRole("dialog", { name: "Write 3 drafts again?" });
  await question.getByRole("button", { name: "Write 3 again" }).click();
  await expect(question).toBeHidden();
  const progress = page.getByRole("progressbar", { name: /^Writing again/ });
  await expect(progress).toHaveAccessibleName("Writing again: 0 of 3 drafts");

  await page.getByRole("button", { name: "Pause", exact: true }).click();
  await expect(page.getByRole("button", { name: "Resume", exact: true })).toBeVisible();
  await expect.poll(async () => (await itemOf(3)).rewrite?.state).toBe("paused");
  await page.getByRole("button", { name: "Resume", exact: true }).click();
  await expect.poll(async () => (await itemOf(3)).rewrite?.state).toMatch(/queued|writing/);
  desk.endpoint.letGo(1);
  await expect(progress).toHaveAccessibleName("Writing again: 1 of 3 drafts");
  await page.getByRole("button", { name: "Cancel regenerate…" }).click();
  await page.getByRole("button", { name: "Keep 2 drafts" }).click();
  await expect(progress).toBeHidden();
  desk.endpoint.release();
  await desk.galley.run("settings", "set", "writer.concurrency", "4");
  const revisions = await Promise.all([1, 2, 3].map(async (n) => (await itemOf(n)).revision));
  expect(revisions.toSorted()).toEqual([1, 1, 2]);
});
