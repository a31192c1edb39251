import { spawn } from "node:child_process";
import type { Page } from "@playwright/test";
import { expect, type ForeignShop, type Galley, test, writeAll } from "./galley";
import { type Network, startNetwork } from "./network";
import { binary } from "./programs";
import { confirmAll } from "./publishAll";

const PRODUCTS = 70;

/** A shop behind a network that can be cut, connected and synced, and looked at. */
async function connect(page: Page, galley: Galley, shop: ForeignShop): Promise<Network> {
  const network = await startNetwork(shop.endpoint);
  const add = ["shop", "add", "shopify", "north.myshopify.com", "--endpoint", network.endpoint];
  const { id } = JSON.parse(
    await galley.runWith(shop.token, ...add, "--token-stdin", "--json"),
  ) as { id: string };
  await galley.run("sync", id);
  await page.goto(galley.url);
  await expect(page.getByRole("grid", { name: "Products" })).toBeVisible();
  return network;
}

interface ShopNow {
  id: string;
  waiting: number;
  halted: { code: string } | null;
}

async function shopNow(galley: Galley): Promise<ShopNow> {
  const [shop] = JSON.parse(await galley.run("shop", "list", "--json")) as ShopNow[];
  if (!shop) throw new Error("no shop");
  return shop;
}

interface ItemNow {
  id: string;
  product: { id: string; handle: string };
  content: string;
  publish_state: string;
}

async function items(galley: Galley): Promise<ItemNow[]> {
  const job = JSON.parse(await galley.run("job", "show", "1", "--items", "--json"));
  return (job as { items: ItemNow[] }).items;
}

test("offline during Publish All: queued publications are shown and withdrawn, the rest is sent later", async ({
  page,
  galley,
  foreignShop,
}) => {
  const shop = await foreignShop(PRODUCTS, "--bucket", "600", "--restore-rate", "20"); // some 50 texts, then two a second
  const network = await connect(page, galley, shop);
  await writeAll(page, "Description");
  await page.getByRole("button", { name: /^Publish All/ }).click();
  await confirmAll(page, PRODUCTS);
  await expect.poll(() => network.written.length).toBeGreaterThan(2);
  await network.cut();

  const strip = page
    .getByRole("status")
    .filter({ hasText: /^Offline: \d+ publications waiting\./ });
  await expect(strip).toBeVisible();
  await expect(strip).toContainText("They go out when the network is back.");
  await expect(page.getByText(/^Offline since \d\d:\d\d$/)).toBeVisible();
  const { waiting } = await shopNow(galley);
  expect(waiting).toBeGreaterThan(3);

  // Reviewing goes on: the rows say why they wait, and two are taken back.
  await page.getByRole("button", { name: "See what waits" }).click();
  const dialog = page.getByRole("dialog", { name: /^Waiting for/ });
  await expect(dialog.getByText("Job 1, Description")).toBeVisible();
  await dialog.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page).toHaveURL(/show=waiting/);
  const rows = page.getByRole("row", { name: /Waits for the network/ });
  await expect(rows.first()).toBeVisible();
  const before = (await items(galley)).filter((item) => item.publish_state === "queued");
  await rows
    .first()
    .getByRole("button", { name: /^Withdraw/ })
    .click();
  await expect.poll(async () => (await shopNow(galley)).waiting).toBe(waiting - 1);
  await rows
    .first()
    .getByRole("button", { name: /^Withdraw/ })
    .click();
  await expect.poll(async () => (await shopNow(galley)).waiting).toBe(waiting - 2);
  const now = await items(galley);
  const withdrawn = before.filter(
    ({ id }) => now.find((item) => item.id === id)?.publish_state === "unpublished",
  );
  expect(withdrawn).toHaveLength(2);

  // Somebody changes a text on the shop meanwhile.
  const [changed] = now.filter((item) => item.publish_state === "queued");
  if (!changed) throw new Error("nothing waits");
  await shop.change(changed.product.handle, {
    descriptionHtml: "<p>Changed while Galley was offline.</p>",
  });

  await network.mend();
  await expect(strip).toBeHidden();
  await expect.poll(async () => (await shopNow(galley)).waiting).toBe(0);
  const settled = await items(galley);
  const conflicts = settled.filter((item) => item.publish_state === "conflict");
  expect(conflicts.map((item) => item.id)).toEqual([changed.id]);
  const published = settled.filter((item) => item.publish_state === "published");
  expect(published).toHaveLength(PRODUCTS - 3);
  // Each of them was written once, and nothing else was.
  expect(network.written.map(({ id, text }) => `${id} ${text}`).sort()).toEqual(
    published.map((item) => `${item.product.id} ${item.content}`).sort(),
  );
  await network.cut();
});

test("withdraw all asks first; then nothing waits, and nothing is said any more", {
  tag: "@deep",
}, async ({ page, galley, foreignShop }) => {
  const network = await connect(page, galley, await foreignShop(5));
  await writeAll(page, "Description");
  await network.cut();
  await page.keyboard.press("Control+Shift+P");
  await confirmAll(page, 5);
  const strip = page.getByRole("status").filter({ hasText: "Offline: 5 publications waiting." });
  await expect(strip).toBeVisible();
  await page.getByRole("button", { name: "Try now" }).click();
  await expect(page.getByRole("button", { name: "Trying" })).toBeDisabled();
  await expect(page.getByRole("button", { name: "Try now" })).toBeEnabled();

  await page.getByRole("button", { name: "See what waits" }).click();
  await page.getByRole("button", { name: "Withdraw all 5…" }).click();
  const question = page.getByRole("dialog", { name: "Withdraw 5 publications?" });
  await expect(question).toContainText("the shop keeps its texts");
  await question.getByRole("button", { name: "Withdraw 5", exact: true }).click();
  await expect(strip).toBeHidden();
  expect(await shopNow(galley)).toMatchObject({ waiting: 0, halted: null });
  expect(network.written).toEqual([]);
});

test("no network for a sync: a sentence, and the products stay", { tag: "@deep" }, async ({
  page,
  galley,
  foreignShop,
}) => {
  const network = await connect(page, galley, await foreignShop(5));
  await network.cut();
  // The page that began the sync is left before it ends.
  await page.getByRole("button", { name: "Sync now" }).click();
  await page.getByRole("link", { name: /All shops/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Shops" })).toBeVisible();
  await expect(
    page.getByText(/The shop cannot be reached\. Nothing was lost\./).first(),
  ).toBeVisible();
  // A new job needs no network: what is written from is here.
  await page.reload();
  await page.goBack();
  await expect(page.getByRole("grid", { name: "Products" })).toBeVisible();
  await writeAll(page, "Description");
  await expect(page.getByRole("button", { name: /^Publish All 5/ })).toBeVisible();
});

test("the shop refuses the token: the strip says so, and a new token lets the waiting ones go out", {
  tag: "@deep",
}, async ({ page, galley, foreignShop }) => {
  const shop = await foreignShop(3, "--faults", "401@ProductDescriptions:times=1");
  await connect(page, galley, shop);
  await writeAll(page, "Description");
  await page.keyboard.press("Control+Shift+P");
  await confirmAll(page, 3);
  await expect(
    page.getByRole("status").filter({ hasText: "waiting. The shop refused the token." }),
  ).toBeVisible();
  await page.getByRole("button", { name: "Enter a token…" }).click();
  const panel = page.getByRole("complementary", { name: "Sign in" });
  await panel.getByLabel("Admin API access token").fill(shop.token);
  await page.keyboard.press("Control+Enter");
  await expect(panel).toBeHidden();
  await expect.poll(async () => (await shopNow(galley)).waiting).toBe(0);
  await expect(page.getByText(/waiting\. The shop refused/)).toBeHidden();
});

test("two processes on one home publish a job together, and nothing twice", {
  tag: "@deep",
}, async ({ page, galley, foreignShop }) => {
  const network = await connect(page, galley, await foreignShop(PRODUCTS, "--latency", "50ms"));
  await writeAll(page, "Description");
  const worker = spawn(binary(), ["work"], {
    env: { ...process.env, GALLEY_HOME: galley.home, GALLEY_PASSPHRASE: "e2e" },
    stdio: "ignore",
  });
  const ended = new Promise((resolve) => worker.once("exit", resolve));
  try {
    await page.keyboard.press("Control+Shift+P");
    await confirmAll(page, PRODUCTS);
    await galley.run("publish", "1", "--wait");
    await expect(page.getByRole("button", { name: `Published ${PRODUCTS}` })).toBeVisible();
  } finally {
    worker.kill("SIGINT");
    await ended;
  }
  expect(network.written).toHaveLength(PRODUCTS);
  expect(new Set(network.written.map(({ id }) => id)).size).toBe(PRODUCTS);
});
