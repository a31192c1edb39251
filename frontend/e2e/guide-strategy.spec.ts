import type { Page } from "@playwright/test";
import { type Desk, expect, test } from "./desk";
import { expectAccessible } from "./violations";

test.afterEach(({ page }) => expectAccessible(page));

const DRAFTED = "as the picture shows it";

/** What customers see of these products, one page after the other. */
async function live(desk: Desk, products: { handle: string }[]): Promise<string[]> {
  return Promise.all(products.map(({ handle }) => desk.shop.description(handle)));
}

/** Puts the earlier texts back, so that the next job starts from the same shop. */
async function putBack(desk: Desk, job: string) {
  await desk.galley.run("undo", job, "--wait");
}

async function chooseStrategy(page: Page, name: string) {
  await test.step("Navigate to Settings page", async () => {
    await page.getByRole("link", { name: "Settings" }).click();
    await expect(page.getByRole("heading", { name: "Settings", level: 1 })).toBeVisible();
  });
  await test.step("Find “Bulk Generation Strategy” section", async () => {
    await expect(page.getByRole("heading", { name: "Bulk Generation Strategy" })).toBeVisible();
  });
  await test.step("When to Use: each choice says what it does", async () => {
    await expect(page.getByText("Only what you publish reaches the shop.")).toBeVisible();
    await expect(
      page.getByText(/Each good draft goes live as soon as it is written/),
    ).toBeVisible();
  });
  await test.step("Select “Review before publish” or “Publish without review”", async () => {
    await page.getByRole("radio", { name, exact: true }).check();
  });
  await test.step("Click Save", async () => {
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByText("1 change not saved")).toBeHidden();
  });
}

test("Review Before Publish (Default)", async ({ page, desk }) => {
  await desk.writer("openai");
  const some = desk.products.slice(8, 11);
  const before = await live(desk, some);
  const id = await desk.job({ field: "description", products: some });
  await page.goto(desk.address(`jobs/${id}`));

  await test.step("It is the default", async () => {
    expect(await desk.galley.run("settings", "get", "strategy")).toContain("review");
    await expect(page.getByText("Review before publish")).toBeVisible();
  });
  await test.step("Content is generated, and saved in the app database", async () => {
    await page.reload();
    await expect(page.getByRole("row", { name: new RegExp(DRAFTED) })).toHaveCount(3);
  });
  await test.step("Content is not automatically published to Shopify", async () => {
    expect(await live(desk, some)).toEqual(before);
    await expect(page.getByRole("button", { name: "Unpublished 3" })).toBeVisible();
  });
  await test.step("You manually review and approve before publishing", async () => {
    await page.keyboard.press("Space");
    const dialog = page.getByRole("dialog", { name: /^Preview of/ });
    await dialog.getByRole("button", { name: "Approve" }).click();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("row", { name: /Approved/ })).toHaveCount(1);
    expect(await live(desk, some)).toEqual(before);
  });
  await test.step("Select which items to publish", async () => {
    await page.getByRole("checkbox", { name: `Select ${some[1]?.title}` }).click();
    await page.getByRole("button", { name: /^Publish 1…/ }).click();
    await page.getByRole("button", { name: "Publish 1", exact: true }).click();
    await expect(page.getByRole("button", { name: "Published 1" })).toBeVisible();
    const now = await live(desk, some);
    expect(now.map((text) => text.includes(DRAFTED))).toEqual([false, true, false]);
  });
  await putBack(desk, id);
});

test("Auto-Publish Mode", async ({ page, desk }) => {
  await desk.writer("openai");
  const some = desk.products.slice(8, 11);
  desk.endpoint.refuse(some[2]?.title);
  const id = await desk.job({ field: "description", products: some, strategy: "publish" });
  await page.goto(desk.address(`jobs/${id}`));

  await test.step("Content is generated, and saved in the app database", async () => {
    await expect(page.getByRole("row", { name: new RegExp(DRAFTED) })).toHaveCount(2);
    await expect(page.getByText("Publish without review")).toBeVisible();
  });
  await test.step("Content is automatically published to Shopify; No manual review step", async () => {
    await expect(page.getByRole("button", { name: "Published 2" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Unpublished 0" })).toBeVisible();
  });
  await test.step("All successful items publish immediately", async () => {
    const now = await live(desk, some);
    expect(now.map((text) => text.includes(DRAFTED))).toEqual([true, true, false]);
    await expect(page.getByRole("button", { name: "Failed 1" })).toBeVisible();
  });
  await putBack(desk, id);
});

test("Configuring Publishing Strategy, and Changing Strategy", async ({ page, desk }) => {
  await desk.writer("openai");
  const [old, fresh] = [desk.products.slice(8, 10), desk.products.slice(10, 12)];
  const before = await live(desk, old);
  desk.endpoint.hold();
  const running = await desk.job({ field: "description", products: old, wait: false });
  await page.goto(desk.address(`jobs/${running}`));
  await chooseStrategy(page, "Publish without review");

  await test.step("Change anytime in Settings; Existing jobs retain their original strategy", async () => {
    desk.endpoint.release();
    await page.goto(desk.address(`jobs/${running}`));
    await expect(page.getByText("Review before publish")).toBeVisible();
    await expect(page.getByRole("button", { name: "Unpublished 2" })).toBeVisible();
  });
  await test.step("Setting applies to all future bulk jobs; Affects only new jobs", async () => {
    const next = await desk.job({ field: "description", products: fresh });
    await page.goto(desk.address(`jobs/${next}`));
    await expect(page.getByText("Publish without review")).toBeVisible();
    await expect(page.getByRole("button", { name: "Published 2" })).toBeVisible();
    await putBack(desk, next);
  });
  await test.step("No impact on already-generated content", async () => {
    expect(await live(desk, old)).toEqual(before);
    await page.goto(desk.address(`jobs/${running}`));
    await expect(page.getByRole("row", { name: new RegExp(DRAFTED) })).toHaveCount(2);
    await expect(page.getByRole("button", { name: "Published 0" })).toBeVisible();
  });
  await chooseStrategy(page, "Review before publish");
  expect(await desk.galley.run("settings", "get", "strategy")).toContain("review");
});
