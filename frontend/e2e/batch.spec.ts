import type { Page } from "@playwright/test";
import { type Endpoint, startEndpoint } from "./endpoint";
import { test as base, expect } from "./galley";
import { openHome } from "./home";
import { look } from "./look";
import { startShop } from "./programs";

const DRAFTS = 110;
// Dollars for a million tokens. Each draft takes 300 tokens, of which 120 are cached, and gives 30.
const PRICE = { model: "test-model", input: 10, cached: 1, output: 40 };
const AT_ONCE = (180 * PRICE.input + 120 * PRICE.cached + 30 * PRICE.output) / 1e6;

/** A client's shop whose job is large enough for batches, and an endpoint that takes them. */
interface Press {
  endpoint: Endpoint;
  /** Opens a page of the shop, of the Galley that serves now. */
  open(at: string): Promise<void>;
  /** Ends Galley and starts it again on the same home. */
  restart(): Promise<void>;
  /** The second job: the first taught what the model takes. */
  job(): Promise<Job>;
}

interface Job {
  id: string;
  usage: { cost_usd: number };
  counts: { successful: number };
  batches?: { latest?: string; set_aside_usd: number };
}

const test = base.extend<{ press: Press }>({
  press: async ({ page }, use) => {
    const home = openHome();
    const shop = await startShop("--products", String(DRAFTS));
    const endpoint = await startEndpoint("test-model", { batches: true, cached: 120 });
    const add = ["shop", "add", "shopify", "north.myshopify.com", "--endpoint", shop.endpoint];
    const json = async <T>(args: string[], input = "") =>
      JSON.parse(await home.run([...args, "--json"], input)) as T;
    const { id } = await json<{ id: string }>([...add, "--token-stdin"], shop.token);
    await home.run(["sync", id]);
    const settings = {
      "writer.base_url": endpoint.url,
      "writer.model": endpoint.model,
      "writer.kind": "openai",
      "writer.rpm": "0",
      prices: JSON.stringify([PRICE]),
      "caps.job_usd": "0",
    };
    for (const [key, value] of Object.entries(settings)) {
      await home.run(["settings", "set", key, value]);
    }
    // So many drafts at once that what the model takes is known: also that it takes batches.
    const products = await json<{ handle: string }[]>(["product", "list", id]);
    const some = products.slice(0, 10).flatMap(({ handle }) => ["--handle", handle]);
    await home.run(["job", "create", id, "--field", "seo_title", ...some, "--wait"]);
    let serving = await home.serve();
    await signIn(page, serving.url);
    try {
      await use({
        endpoint,
        open: async (at) => {
          await page.goto(`${new URL(serving.url).origin}/#/s/${id}/${at}`);
        },
        restart: async () => {
          await serving.stop();
          serving = await home.serve();
          await signIn(page, serving.url);
        },
        job: async () => {
          return await json<Job>(["job", "show", "2"]);
        },
      });
    } finally {
      await page.close(); // it may still be loading
      await Promise.all([home.close(), shop.stop(), endpoint.stop()]);
    }
  },
});

async function signIn(page: Page, address: string) {
  await page.goto(address);
  await expect(page.getByRole("link", { name: /^Jobs/ })).toBeVisible();
}

/** Makes the job for all products in the pages, in batches. */
async function writeInBatches(page: Page, press: Press) {
  await press.open("products");
  await expect(page.getByRole("grid", { name: "Products" })).toBeVisible();
  await page.keyboard.press("n");
  const panel = page.getByRole("complementary", { name: "New job" });
  await panel.getByText("SEO title", { exact: true }).click();
  await panel.getByRole("switch", { name: "Only where it is empty" }).click();
  await panel.getByText(/^All 110/).click();
  await panel.getByRole("switch", { name: "In batches, at half price" }).click();
  await expect(panel.getByText(/set aside under your caps/)).toBeVisible();
  return { panel, start: () => panel.getByRole("button", { name: /^Write 110/ }).click() };
}

const waits = (page: Page) => page.getByText(/Waits for a batch: /);

const dollars = (usd: number) => `$${usd.toFixed(2)}`;

test("a job at half the price waits for its batch through a restart, and says what it costs", async ({
  page,
  press,
}) => {
  const { panel, start } = await writeInBatches(page, press);
  await test.step("before: the price of both ways, and the share of the cache", async () => {
    await expect(panel.getByText(/^about \$.*, \$.* as a batch \(at most/)).toBeVisible();
    await expect(panel.getByText(/About 40 % of the input/)).toBeVisible();
    await look(page, "batch-before");
  });
  await start();

  await test.step("during: until when, and what is set aside", async () => {
    await expect(waits(page)).toContainText("0 of 1 file done, 0 of 110 answered");
    const { batches } = await press.job();
    const latest = new Date(batches?.latest ?? "");
    expect(latest.getTime() - Date.now()).toBeLessThanOrEqual(24 * 60 * 60 * 1000);
    await expect(waits(page)).toContainText(`at the latest by ${dayOf(latest)}`);
    await expect(waits(page)).toContainText(latest.toISOString().slice(11, 16));
    const aside = dollars(batches?.set_aside_usd ?? 0);
    await expect(page.getByText(`${aside} set aside for batches`)).toBeVisible();
    await expect(page.getByRole("row", { name: /No draft.*Pending/ }).first()).toBeVisible();
    await look(page, "batch-waits");
    await press.open("jobs");
    await expect(page.getByRole("row", { name: /waits for a batch/ })).toBeVisible();
    await look(page, "batch-in-list");
  });

  await press.restart();
  await press.open("jobs/2");
  await expect(waits(page)).toContainText("0 of 1 file done");
  press.endpoint.batches.end();
  await expect(page.getByText("Completed", { exact: true })).toBeVisible();

  await test.step("after: half of what it costs at once, and the share of the cache", async () => {
    await expect(waits(page)).toBeHidden();
    expect(press.endpoint.batches.sizes()).toEqual([DRAFTS]);
    const spent = (DRAFTS * AT_ONCE) / 2;
    await expect(page.getByText(`Spent ${dollars(spent)}, 40 %`)).toBeVisible();
    await expect(page.getByText(/set aside/)).toBeHidden();
    const job = await press.job();
    expect(job.usage.cost_usd).toBeCloseTo(spent, 6);
    expect(job.counts.successful).toBe(DRAFTS);
    await look(page, "batch-after");
  });
});

test("drafts that a batch left unanswered go into another batch or are written now", async ({
  page,
  press,
}) => {
  const { batches } = press.endpoint;
  batches.end(60);
  const { start } = await writeInBatches(page, press);
  await start();
  await expect(
    page.getByRole("main").getByText(/50 drafts of 110 in the batch came back/),
  ).toBeVisible();
  await look(page, "batch-left");
  expect((await press.job()).counts.successful).toBe(60);

  batches.hold();
  await page.getByRole("button", { name: "Go on in batches" }).click();
  await expect(waits(page)).toContainText("1 of 2 files done, 60 of 160 answered");
  batches.end(20);
  await expect(
    page.getByRole("main").getByText(/30 drafts of 50 in the batch came back/),
  ).toBeVisible();

  await page.getByRole("button", { name: "Write the rest now, at full price" }).click();
  await expect(page.getByText("Completed", { exact: true })).toBeVisible();
  expect(batches.sizes()).toEqual([110, 50]);
  const spent = (80 / 2 + 30) * AT_ONCE;
  await expect(page.getByText(`Spent ${dollars(spent)}, 40 %`)).toBeVisible();
  expect((await press.job()).usage.cost_usd).toBeCloseTo(spent, 6);
});

test("cancelled, a job keeps and pays what its batch had answered", async ({ page, press }) => {
  const { start } = await writeInBatches(page, press);
  await start();
  await expect(waits(page)).toBeVisible();
  await page.getByRole("button", { name: "Cancel job…" }).click();
  const question = page.getByRole("dialog");
  await expect(question).toContainText("finishes before then are kept and charged");
  await expect(question).not.toContainText("not written yet");
  await look(page, "batch-cancel");
  await question.getByRole("button", { name: "Cancel job", exact: true }).click();

  await expect(page.getByText("Cancelled", { exact: true }).first()).toBeVisible();
  const spent = (DRAFTS / 2 / 2) * AT_ONCE;
  await expect(page.getByText(`Spent ${dollars(spent)}, 40 %`)).toBeVisible();
  await expect(page.getByText(/set aside/)).toBeHidden();
  await look(page, "batch-cancelled");
  const job = await press.job();
  expect(job.counts.successful).toBe(DRAFTS / 2);
  expect(press.endpoint.batches.billed()).toBe(DRAFTS / 2);
});

/** As in "Sunday 29 November". */
const dayOf = (at: Date) =>
  at.toLocaleDateString("en-GB", {
    ...{ weekday: "long", day: "numeric", month: "long", timeZone: "UTC" },
  });
