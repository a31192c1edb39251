import { existsSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "@playwright/test";
import { expect, test } from "./galley";
import { openHome } from "./home";
import { look } from "./look";
import { startShop } from "./programs";

/** Loads the page again without its reload after 3 seconds, which a busy computer needs to look at it. */
async function stayOnPage(page: Page): Promise<void> {
  await page.route("**/*", async (route) => {
    const response = await route.fetch();
    const { refresh: _, ...headers } = response.headers();
    await route.fulfill({ response, headers });
  });
  await page.reload();
}

/** A shop that at times neither lists nor counts some of its products. */
async function startForgetful(endpoint: string) {
  let hidden = 0;
  const server = createServer(async (request, response) => {
    const body: Buffer[] = [];
    for await (const part of request) body.push(part as Buffer);
    const headers = { ...request.headers } as Record<string, string>;
    for (const name of ["host", "connection", "content-length", "accept-encoding"])
      delete headers[name];
    const answer = await fetch(endpoint + request.url, {
      method: request.method ?? "GET",
      headers,
      ...(body.length > 0 ? { body: Buffer.concat(body) } : {}),
    });
    const text = await answer.text();
    response.writeHead(answer.status, { "Content-Type": "application/json" });
    response.end(hidden > 0 ? withoutFirst(text, hidden) : text);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    hide: (n: number) => {
      hidden = n;
    },
    stop: () => server.close(),
  };
}

function withoutFirst(text: string, n: number): string {
  const answer = JSON.parse(text);
  const { products, productsCount } = answer.data ?? {};
  if (products?.nodes) products.nodes.splice(0, n);
  if (productsCount) productsCount.count -= n;
  return JSON.stringify(answer);
}

test("a missing data file is reported and restored, and what it had queued is held", async ({
  page,
}) => {
  const home = openHome();
  const shop = await startShop("--products", "6", "--latency", "0");
  try {
    const add = ["shop", "add", "shopify", "north.myshopify.com", "--endpoint", shop.endpoint];
    await home.run([...add, "--token-stdin"], shop.token);
    const [{ id }] = JSON.parse(await home.run(["shop", "list", "--json"]));
    await home.run(["sync", id]);
    await home.run(["job", "create", id, "--field", "meta_description", "--all", "--wait"]);
    await shop.stop(); // what is queued stays queued, and the copy of the day has it
    await home.run(["publish", "1"]);
    const first = await home.serve();
    await expect.poll(() => existsSync(`${home.file}.copy-1`)).toBe(true);
    await first.stop();
    rmSync(home.file);

    const serve = await home.serve();
    const refused = await page.goto(serve.url);
    expect(refused?.status()).toBe(503);
    await expect(page.getByRole("heading", { name: "The data file is missing" })).toBeVisible();
    await expect(page.getByText(/^galley doctor --restore --home/)).toBeVisible();
    await stayOnPage(page);
    await look(page, "data-missing");
    await page.unrouteAll();
    await page.reload();

    await home.run(["doctor", "--restore"]);
    await expect(page.getByText("6 queued texts held.")).toBeVisible();
    await look(page, "held-strip");
    await page.getByRole("button", { name: "See what is held" }).click();
    await expect(page.getByText(/job 1, Meta description/)).toBeVisible();
    await look(page, "held-dialog");
    await page.getByRole("button", { name: "Publish these…" }).click();
    await expect(page.getByText(/^Publish 6 held texts to /)).toBeVisible();
    await look(page, "held-publish");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Withdraw…" }).click();
    await expect(page.getByRole("button", { name: "Withdraw 6 texts" })).toBeVisible();
    await look(page, "held-withdraw");
    await page.getByRole("button", { name: "Withdraw 6 texts" }).click();
    await expect(page.getByText("6 queued texts held.")).toBeHidden();
    const job = JSON.parse(await home.run(["job", "show", "1", "--json"]));
    expect(job.counts).toMatchObject({ published: 0, unpublished: 6 });
  } finally {
    await home.close();
    await shop.stop();
  }
});

test("products that a sync did not find are named, and only these are removed", async ({
  page,
  galley,
  foreignShop,
}) => {
  const shop = await foreignShop(12, "--latency", "0");
  const forgetful = await startForgetful(shop.endpoint);
  try {
    const add = ["shop", "add", "shopify", "north.myshopify.com", "--endpoint", forgetful.endpoint];
    await galley.runWith(shop.token, ...add, "--token-stdin");
    const [{ id }] = JSON.parse(await galley.run("shop", "list", "--json"));
    await galley.run("sync", id);
    forgetful.hide(4);
    await galley.run("sync", id);

    await page.goto(galley.url);
    await expect(page.getByText("4 products not found on the shop.")).toBeVisible();
    await look(page, "missing-strip");
    await page.getByRole("button", { name: "See which…" }).click();
    const question = page.getByRole("dialog");
    await expect(
      question.getByText(/^Remove 4 products of .* from this computer\?$/),
    ).toBeVisible();
    await expect(question.getByRole("listitem")).toHaveCount(4);
    await look(page, "missing-dialog");

    forgetful.hide(6); // two more by the time of the answer
    await question.getByRole("button", { name: "Remove 4" }).click();
    await expect(page.getByText("2 products not found on the shop.")).toBeVisible();
    const [now] = JSON.parse(await galley.run("shop", "list", "--json"));
    expect(now).toMatchObject({ product_count: 8, missing: 2 });
  } finally {
    forgetful.stop();
  }
});

test("Settings lists the copies of the data file", async ({ page, galley }) => {
  await galley.run("shop", "add", "demo");
  await galley.run("work", "--until-idle"); // makes the copy of the day
  await page.goto(galley.url);
  await page.getByRole("link", { name: "Settings" }).click();
  await page.getByRole("button", { name: "Copies of the data" }).click();
  const row = page.getByRole("table", { name: "Copies" }).getByRole("row").nth(1);
  await expect(row).toContainText(/today.*Daily, rotates.*MB/);
  await expect(page.getByText(/^galley doctor --restore --from/)).toBeVisible();
  await look(page, "settings-copies");
});
