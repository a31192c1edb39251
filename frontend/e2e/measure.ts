import { readFileSync } from "node:fs";
import { availableParallelism, loadavg } from "node:os";
import { gzipSync } from "node:zlib";
import type { CDPSession, Page } from "@playwright/test";
import { expect, test } from "./galley";
import { type ForeignShop, type Galley, startShop } from "./programs";

// Measures the figures of docs/measures.md. Run alone on an idle machine: npm run measure.

const shops: ForeignShop[] = [];
test.afterAll(() => Promise.all(shops.map((shop) => shop.stop())));

const LIST = 100_000;
const JOB = 20_000;

/** Connects a demo shop with the given number of products and syncs it. */
async function connect(galley: Galley, domain: string, products: number) {
  const pace = ["--restore-rate", "10000", "--bucket", "200000", "--latency", "0s"];
  const shop = await startShop("--products", String(products), ...pace);
  shops.push(shop);
  const add = ["shop", "add", "shopify", domain, "--endpoint", shop.endpoint, "--token-stdin"];
  const { id } = JSON.parse(await galley.runWith(shop.token, ...add, "--json")) as { id: string };
  const sync = JSON.parse(await galley.run("sync", id, "--json")) as { millis: number };
  return { id, seconds: sync.millis / 1000 };
}

/** Opens the address that signs the browser in, and waits until it has: a session starts when the program has loaded. */
async function signIn(page: Page, galley: Galley): Promise<void> {
  await page.goto(galley.url);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
}

interface Scroll {
  frames: number;
  /** Frames in which a row on screen was a grey placeholder, and frames with no row at all. */
  waiting: number;
  empty: number;
  /** The longest time from a row's coming into sight to its words. */
  longestMs: number;
  worstFrameMs: number;
  /** From the end of the scroll to the frame in which no row on screen waits any more. */
  settledMs: number;
}

/** Scrolls the list from end to end in large steps, a step a frame, and looks at every frame. */
function scroll(page: Page, stepPx: number): Promise<Scroll> {
  return page.evaluate(async (step) => {
    const grid = document.querySelector("[role=grid] > [role=presentation]") as HTMLElement;
    const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
    const found = { frames: 0, waiting: 0, empty: 0, longestMs: 0, worstFrameMs: 0, settledMs: 0 };
    const end = grid.scrollHeight - grid.clientHeight;
    let since: number | undefined;
    let last = await frame();
    const look = async () => {
      const now = await frame();
      found.frames++;
      found.worstFrameMs = Math.max(found.worstFrameMs, now - last);
      last = now;
      const { top, bottom } = grid.getBoundingClientRect();
      const seen = [...grid.querySelectorAll("[role=rowgroup] > [role=row]")].filter((row) => {
        const box = row.getBoundingClientRect();
        return box.bottom > top && box.top < bottom;
      });
      if (seen.length === 0) found.empty++;
      const blank = seen.length === 0 || seen.some((row) => row.childElementCount < 4);
      if (blank) {
        found.waiting++;
        since ??= now;
        found.longestMs = Math.max(found.longestMs, now - since);
      } else since = undefined;
      return blank;
    };
    for (let at = 0; at < Math.min(end, step * 400); at += step) {
      grid.scrollTop = at;
      await look();
    }
    grid.scrollTop = end;
    const stopped = await frame();
    while (performance.now() - stopped < 5_000 && (await look()));
    found.settledMs = performance.now() - stopped;
    return found;
  }, stepPx);
}

/** Times from key down to the frame that shows its change, the given number of times. */
async function answers(page: Page, keys: string[], times: number): Promise<number[]> {
  await page.evaluate(() => {
    const took: number[] = [];
    Object.assign(window, { took });
    addEventListener(
      "keydown",
      () => {
        const began = performance.now();
        const watch = new MutationObserver(() => {
          watch.disconnect();
          requestAnimationFrame(() => setTimeout(() => took.push(performance.now() - began)));
        });
        watch.observe(document.body, { subtree: true, childList: true, attributes: true });
      },
      { capture: true },
    );
  });
  for (let i = 0; i < times; i++) {
    await page.keyboard.press(keys[i % keys.length] ?? "");
    await page.waitForTimeout(60);
  }
  return page.evaluate(() => (window as unknown as { took: number[] }).took);
}

function summary(ms: number[]): string {
  const sorted = [...ms].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
  return `median ${at(0.5).toFixed(0)} ms, p95 ${at(0.95).toFixed(0)} ms, most ${at(1).toFixed(0)} ms (${ms.length} presses)`;
}

function p95(ms: number[]): number {
  return [...ms].sort((a, b) => a - b)[Math.floor((ms.length - 1) * 0.95)] ?? 0;
}

/** Later than this, a page fetches what it will need: see SETTLED_MS of the shell. */
const SETTLED_MS = 1500;

/** Bytes that the page loads before it can be used, compressed as a server would. */
async function firstPage(page: Page, go: () => Promise<unknown>): Promise<number> {
  const bodies: Promise<number>[] = [];
  page.on("response", (response) => {
    if (!/^text\/(html|css|javascript)\b/.test(response.headers()["content-type"] ?? "")) return;
    bodies.push(
      response.body().then(
        (body) => gzipSync(body, { level: 9 }).length,
        () => 0,
      ),
    );
  });
  await page.addInitScript((settled) => {
    const { setTimeout: later } = window;
    const never = (run: () => void, ms?: number) => (ms && ms >= settled ? 0 : later(run, ms));
    Object.assign(window, { setTimeout: never });
  }, SETTLED_MS);
  await go();
  return (await Promise.all(bodies)).reduce((sum, size) => sum + size, 0);
}

function residentMB(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024;
}

async function heapMB(session: CDPSession): Promise<number> {
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  return usedSize / 2 ** 20;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

test("measures the first page", async ({ page, galley }) => {
  const welcome = await firstPage(page, () => signIn(page, galley));
  say(`first page of a first start: ${(welcome / 1000).toFixed(0)} kB gzipped`);
  expect.soft(welcome).toBeLessThan(175_000);
  await galley.run("shop", "add", "demo", "--drafts");
  const open = async (window: Page) => {
    await window.goto(new URL(galley.url).origin);
    await expect(window.getByRole("row").nth(5)).toBeVisible();
  };
  await open(page); // the shop is remembered
  const again = await page.context().newPage();
  const list = await firstPage(again, () => open(again));
  say(`first page with a shop, a list of products: ${(list / 1000).toFixed(0)} kB gzipped`);
  expect.soft(list).toBeLessThan(200_000);
});

test("measures", async ({ page, galley }) => {
  test.setTimeout(900_000);
  const where = (id: string, rest: string) => `${new URL(galley.url).origin}/#/s/${id}/${rest}`;
  const session = await page.context().newCDPSession(page);

  say(`load before: ${loadavg()[0]?.toFixed(1)} on ${availableParallelism()} cores`);
  const long = await connect(galley, "long.myshopify.com", LIST);
  say(`sync of ${LIST} products: ${long.seconds.toFixed(0)} s`);
  const wide = await connect(galley, "wide.myshopify.com", JOB);
  const began = Date.now();
  const create = ["job", "create", wide.id, "--field", "meta_description", "--all", "--wait"];
  const job = JSON.parse(await galley.run(...create, "--json")) as { id: string };
  say(`job of ${JOB} by the template writer: ${((Date.now() - began) / 1000).toFixed(0)} s`);

  await signIn(page, galley);
  for (const [name, address] of [
    [`${LIST} products`, where(long.id, "products")],
    [`${JOB} items`, where(wide.id, `jobs/${job.id}`)],
  ] as const) {
    await page.goto(address);
    await expect(page.getByRole("row").nth(5)).toBeVisible();
    await page.getByRole("grid").focus();
    const pressed = await answers(page, ["ArrowDown", "x", "ArrowDown", "x"], 80);
    say(`${name}, keys: ${summary(pressed)}`);
    await page.keyboard.press("Escape");
    for (const step of [400, 4_000, 40_000]) {
      await page.evaluate(() => document.querySelector("[role=grid] > *")?.scrollTo(0, 0));
      await page.waitForTimeout(300);
      const seen = await scroll(page, step);
      say(
        `${name}, ${step} px a frame: ${seen.frames} frames, ${seen.empty} empty, ${seen.waiting} with a row that waits, longest ${seen.longestMs.toFixed(0)} ms, worst frame ${seen.worstFrameMs.toFixed(0)} ms, whole ${seen.settledMs.toFixed(0)} ms after its end`,
      );
      expect.soft(seen.empty).toBe(0);
      expect.soft(seen.settledMs).toBeLessThan(1_000);
    }
    await page.evaluate(() => document.querySelector("[role=grid] > *")?.scrollTo(0, 1e9));
    say(
      `${name}: ${residentMB(galley.pid).toFixed(0)} MB Galley, ${(await heapMB(session)).toFixed(0)} MB page`,
    );
    expect.soft(p95(pressed)).toBeLessThan(100);
  }

  await page.goto(where(wide.id, `jobs/${job.id}`));
  await expect(page.getByRole("row").nth(5)).toBeVisible();
  const search = page.getByRole("searchbox");
  await search.focus();
  const typed = await answers(page, [..."cushion lamp "], 26);
  say(`typing into the search of ${JOB} items: ${summary(typed)}`);
  expect.soft(p95(typed)).toBeLessThan(100);
});

/** Times from a deciding key to the frame in which the next draft is painted, for each press. */
async function nextDrafts(page: Page, keys: string[], times: number): Promise<number[]> {
  const took: number[] = [];
  for (let i = 0; i < times; i++) {
    const next = page.evaluate(
      () =>
        new Promise<number>((done) => {
          // Two products may have one title: a draft is known by its item.
          const title = () =>
            /\d+\/\d+(?=, revision)/.exec(
              document.querySelector("[role=dialog]")?.textContent ?? "",
            )?.[0] ?? "";
          const before = title();
          addEventListener(
            "keydown",
            () => {
              const began = performance.now();
              const look = () => {
                const painted = document.querySelector("[data-pending-paint]") === null;
                if (title() !== before && painted)
                  setTimeout(() => done(performance.now() - began));
                else requestAnimationFrame(look);
              };
              requestAnimationFrame(look);
            },
            { capture: true, once: true },
          );
        }),
    );
    await page.keyboard.press(keys[i % keys.length] ?? "");
    took.push(await next);
  }
  return took;
}

test("measures reading", async ({ page, galley }) => {
  test.setTimeout(600_000);
  say(`load before: ${loadavg()[0]?.toFixed(1)} on ${availableParallelism()} cores`);
  const shop = await connect(galley, "read.myshopify.com", 300);
  for (const field of ["description", "seo_title"]) {
    await galley.run("job", "create", shop.id, "--field", field, "--all", "--wait");
  }
  await signIn(page, galley);
  await page.goto(`${new URL(galley.url).origin}/#/review`);
  await expect(page.getByRole("treegrid", { name: "To review" })).toBeVisible();
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("dialog", { name: /^Preview of/ })).toBeVisible();
  const took = await nextDrafts(page, ["a", "a", "r", "a", "s"], 200);
  say(`reading, from a deciding key to the next draft: ${summary(took)}`);
  expect.soft(p95(took)).toBeLessThan(100);
});
