import type { Page } from "@playwright/test";
import { type Desk, expect, test } from "./desk";
import { expectAccessible } from "./violations";

test.afterEach(({ page }) => expectAccessible(page));

/** The rows of jobs, without the heads of their days. */
const jobRows = (page: Page) =>
  page
    .getByRole("grid", { name: "Jobs" })
    .getByRole("row")
    .filter({ has: page.getByRole("progressbar") });

/** The list of jobs, once it is there. */
async function openJobs(page: Page, desk: Desk) {
  await page.goto(desk.address("jobs"));
  const list = page.getByRole("grid", { name: "Jobs" });
  await expect(jobRows(page).first()).toBeVisible();
  return list;
}

test("What are Jobs? A background task that processes multiple items", async ({ page, desk }) => {
  const step = test.step;
  await desk.writer("openai");
  desk.endpoint.hold();

  await step("Created when you start bulk generation", async () => {
    await page.goto(desk.address("products"));
    await expect(page.getByRole("status").filter({ hasText: /^12$/ })).toBeVisible();
    await page.keyboard.press("Control+a");
    await page.keyboard.press("n");
    const panel = page.getByRole("complementary", { name: "New job" });
    await panel.getByRole("switch", { name: "Only where it is empty" }).click();
    await panel.getByRole("button", { name: "Write 12 descriptions" }).click();
    await expect(page).toHaveURL(/jobs\/\d+$/);
    await expect(page.getByText("0 of 12 items completed")).toBeVisible();
  });
  const job = page.url();

  await step("Runs in the background while you work", async () => {
    await page.getByRole("link", { name: /^Products/ }).click();
    await page.getByRole("searchbox").fill("cushion");
    await expect(page.getByRole("status").filter({ hasText: "3 of 12" })).toBeVisible();
    await expect(page.getByRole("link", { name: /^Jobs 1 running/ })).toBeVisible();
  });

  await step("Tracks progress in real-time", async () => {
    await page.keyboard.press("Escape");
    await page.getByRole("link", { name: /^Jobs/ }).click();
    const row = jobRows(page).first();
    await expect(row).toContainText("0 of 12");
    desk.endpoint.letGo(3);
    await expect(row).toContainText("3 of 12");
  });

  await step("Stores results for review", async () => {
    desk.endpoint.release();
    await expect(page.getByRole("row", { name: /Completed/ }).first()).toContainText("12 of 12");
    await page.goto(job);
    await page.reload();
    await expect(page.getByRole("row", { name: /as the picture shows it/ })).toHaveCount(12);
    await expect(page.getByRole("button", { name: "Unpublished 12" })).toBeVisible();
  });

  await step("Allows selective publishing", async () => {
    const [first, second, third] = desk.products.map(({ title }) => title);
    for (const title of [first, third]) {
      await page.getByRole("checkbox", { name: `Select ${title}` }).click();
    }
    await page.getByRole("button", { name: /^Publish 2…/ }).click();
    await page.getByRole("button", { name: "Publish 2", exact: true }).click();
    await expect(page.getByRole("button", { name: "Published 2" })).toBeVisible();
    const onShop = (title = "") =>
      desk.shop.description(desk.products.find((p) => p.title === title)?.handle ?? "");
    expect(await onShop(first)).toContain("as the picture shows it");
    expect(await onShop(third)).toContain("as the picture shows it");
    expect(await onShop(second)).not.toContain("as the picture shows it");
  });
});

test("Viewing All Jobs", async ({ page, desk }) => {
  await desk.writer("openai");
  const some = desk.products.slice(0, 4);
  desk.endpoint.refuse(some[1]?.title);
  const bulk = await desk.job({ field: "seo_title", products: some });
  await desk.galley.run("publish", bulk, "--wait");
  desk.endpoint.refuse(undefined);
  await desk.writer("template");
  const alt = await desk.job({ field: "alt_text", products: some, unseen: true });
  const list = await openJobs(page, desk);
  const row = (id: string) =>
    list.getByRole("row").filter({ has: page.getByRole("gridcell", { name: id, exact: true }) });

  await test.step("All jobs in reverse chronological order (newest first)", async () => {
    const numbers = await jobRows(page).evaluateAll((rows) =>
      rows.map((r) => Number(r.firstElementChild?.textContent)),
    );
    expect(numbers.length).toBeGreaterThanOrEqual(2);
    expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
    expect(numbers.slice(0, 2)).toEqual([Number(alt), Number(bulk)]);
  });
  await test.step("Job type (Bulk Generation or Alt Text)", async () => {
    await expect(row(bulk).getByText("Bulk generation")).toBeVisible();
    await expect(row(alt).getByRole("gridcell", { name: /products? Alt text/ })).toBeVisible();
  });
  await test.step("Content field being generated", async () => {
    await expect(row(bulk).getByRole("gridcell", { name: "SEO title", exact: true })).toBeVisible();
    await expect(row(alt).getByRole("gridcell", { name: "Alt text", exact: true })).toBeVisible();
  });
  await test.step("Status badge", async () => {
    await expect(row(alt).getByRole("gridcell", { name: /^Completed in/ })).toBeVisible();
    await expect(
      row(bulk).getByRole("gridcell", { name: /^Completed( with errors| 1 failed)/ }),
    ).toBeVisible();
  });
  await test.step("Progress information", async () => {
    await expect(row(bulk)).toContainText("100 %");
    await expect(row(bulk)).toContainText("4 of 4");
  });
  await test.step("Publish statistics", async () => {
    const bar = row(bulk).getByRole("img", { name: "3 published, 0 to review, 1 failed" });
    await expect(bar).toBeVisible();
    await expect(bar.locator("i")).toHaveCount(2);
    await expect(row(bulk).getByRole("gridcell", { name: /^3 0 1/ })).toBeVisible();
  });
  await test.step("Creation date", async () => {
    await expect(list.getByRole("row", { name: /^Today, / })).toBeVisible();
    await expect(row(bulk).getByRole("gridcell", { name: /^\d\d:\d\d$/ })).toBeVisible();
  });
});

test("Job Progress Indicators, and Real-time Updates: Auto-refreshes while processing", async ({
  page,
  desk,
  browser,
  opened,
}) => {
  await desk.writer("openai");
  desk.endpoint.hold();
  const id = await desk.job({ field: "title", wait: false });
  await page.goto(desk.address(`jobs/${id}`));
  const elsewhere = await browser.newContext({ storageState: opened.signedIn });
  const other = await elsewhere.newPage();
  await openJobs(other, desk);
  const row = jobRows(other).first();
  const counts = page.getByRole("region", { name: "Counts" });

  for (const [done, share] of [
    [0, 0],
    [3, 25],
    [9, 75],
  ] as const) {
    await test.step(`${done} of 12 in both browsers, with no action in either`, async () => {
      await test.step("Progress Bar: Visual representation of completion", async () => {
        const bar = counts.getByRole("progressbar", { name: /^Written/ });
        await expect(bar).toHaveAttribute("aria-valuenow", String(share));
        await expect(row.getByRole("progressbar")).toHaveAttribute("aria-valuenow", String(share));
      });
      await test.step("Percentage: Exact completion percentage", async () => {
        await expect(counts.getByText(`${share} %`).first()).toBeVisible();
        await expect(row.getByText(`${share} %`)).toBeVisible();
      });
      await test.step("Count: “X of Y items completed”", async () => {
        await expect(counts.getByText(`${done} of 12 items completed`)).toBeVisible();
        await expect(
          row.getByRole("progressbar", { name: `${done} of 12 items completed` }),
        ).toBeVisible();
      });
    });
    desk.endpoint.letGo(done === 0 ? 3 : 6);
  }
  await expect(page.getByText("Completed", { exact: true })).toBeVisible();
  await expect(row).toContainText("100 %");
  await elsewhere.close();
});
