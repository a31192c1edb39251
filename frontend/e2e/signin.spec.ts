import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { promisify } from "node:util";
import type { Locator, Page } from "@playwright/test";
import { expect, type ForeignShop, type Galley, test } from "./galley";
import { violations } from "./violations";

const DOMAIN = "galley-demo.myshopify.com";

/** A free port: at the usual one, a Galley may be open on this machine. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  await promisify(server.close.bind(server))();
  return port;
}

/** Opens the panel, and fills in where the shop is. */
async function openPanel(page: Page, galley: Galley, shop: ForeignShop): Promise<Locator> {
  await page.goto(galley.url);
  await expect(page.getByRole("button", { name: /^Connect/ })).toBeVisible();
  await page.keyboard.press("2");
  const panel = page.getByRole("complementary", { name: "Add a shop" });
  await panel.getByLabel("Shop domain").fill(DOMAIN);
  await panel.getByRole("button", { name: "More" }).click();
  await panel.getByLabel("Other address").fill(shop.endpoint);
  return panel;
}

async function enterApp(panel: Locator, shop: ForeignShop): Promise<void> {
  await panel.getByLabel("Client ID", { exact: true }).fill(shop.client_id);
  await panel.getByLabel("Client secret", { exact: true }).fill(shop.client_secret);
}

async function wayOf(galley: Galley): Promise<string> {
  const [shop] = JSON.parse(await galley.run("shop", "list", "--json"));
  return shop?.sign_in;
}

test("a pasted token, by the keyboard alone", async ({ page, galley, foreignShop }) => {
  const shop = await foreignShop(5);
  const panel = await openPanel(page, galley, shop);
  await panel.getByRole("radio", { name: "Paste a token" }).focus();
  await page.keyboard.press("ArrowDown");
  await expect(panel.getByLabel("Client secret", { exact: true })).toBeVisible();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Tab");
  await expect(panel.getByLabel("Admin API access token")).toBeFocused();
  await page.keyboard.insertText(shop.token);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("link", { name: "Products 5" })).toBeVisible();
  expect(await wayOf(galley)).toBe("token");
});

test("client ID and secret of an app", async ({ page, galley, foreignShop }) => {
  const shop = await foreignShop(5);
  const panel = await openPanel(page, galley, shop);
  await panel.getByText("Client ID and secret").click();
  await page.keyboard.press("Control+Enter");
  await expect(panel.getByText("Enter the client ID.")).toBeVisible();
  await expect(panel.getByText("Enter the client secret.")).toBeVisible();
  await enterApp(panel, { ...shop, client_id: `${shop.client_id}-foreign` });
  await page.keyboard.press("Control+Enter");
  await expect(panel.getByText("Sign in through the browser instead.").first()).toBeVisible();
  await enterApp(panel, { ...shop, client_secret: "shpss_wrong" });
  await page.keyboard.press("Control+Enter");
  await expect(
    panel.getByText("The client secret is not the one of this app.").first(),
  ).toBeVisible();
  await enterApp(panel, shop);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("link", { name: "Products 5" })).toBeVisible();
  expect(await wayOf(galley)).toBe("client_credentials");
});

test("through the browser", async ({ page, context, galley, foreignShop }) => {
  const shop = await foreignShop(5);
  const panel = await openPanel(page, galley, shop);
  const port = await freePort();
  await panel.getByText("Sign in through the browser").click();
  await enterApp(panel, shop);
  await panel.getByRole("textbox", { name: "Port" }).fill(String(port));
  await expect(panel.getByText(`http://localhost:${port}/signed-in`)).toBeVisible();

  const opens = () => context.waitForEvent("page");
  let opening = opens();
  await page.keyboard.press("Control+Enter");
  const first = await opening;
  await expect(panel.getByText("Waiting for the browser")).toBeVisible();
  expect(await violations(page)).toEqual([]);
  for (const name of ["Close", "Give up"]) {
    await page.keyboard.press("Tab");
    await expect(panel.getByRole("button", { name })).toBeFocused();
  }
  await page.keyboard.press("Enter");
  await expect(panel.getByLabel("Client ID", { exact: true })).toHaveValue(shop.client_id);
  await first.close();

  await enterApp(panel, { ...shop, client_secret: "shpss_wrong" });
  opening = opens();
  await page.keyboard.press("Control+Enter");
  const second = await opening;
  await second.getByRole("button", { name: "Install app" }).click();
  await expect(second.getByRole("heading", { name: "Not signed in" })).toBeVisible();
  await second.close();
  await expect(panel.getByText("is not signed with the client secret").first()).toBeVisible();

  await enterApp(panel, shop);
  opening = opens();
  await page.keyboard.press("Control+Enter");
  const third = await opening;
  await third.getByRole("button", { name: "Install app" }).click();
  await expect(third.getByRole("heading", { name: "Signed in", exact: true })).toBeVisible();
  expect(await violations(third)).toEqual([]);
  await expect(page.getByRole("link", { name: "Products 5" })).toBeVisible();
  expect(await wayOf(galley)).toBe("authorization_code");
});

test("a new token is entered where the refusal is shown", async ({ page, galley, foreignShop }) => {
  const before = await foreignShop(5);
  const { host } = new URL(before.endpoint);
  const add = ["shop", "add", "shopify", DOMAIN, "--endpoint", before.endpoint, "--token-stdin"];
  const { name } = JSON.parse(await galley.runWith(before.token, ...add, "--json"));
  await galley.run("sync", name);
  await galley.run("job", "create", name, "--field", "seo_title", "--all", "--wait");
  await before.stop();
  const after = await foreignShop(5, "--listen", host); // with another token

  await galley.run("publish", "1");
  await page.goto(galley.url);
  await page.getByRole("link", { name: /All shops/ }).click();
  const notice = page.getByRole("status").filter({ hasText: "The shop refused the token." });
  await expect(notice).toContainText("5 publications wait.");
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    expect(await violations(page)).toEqual([]);
  }
  await notice.getByRole("button", { name: "Enter a token…" }).click();
  const panel = page.getByRole("complementary", { name: "Sign in" });
  await panel.getByText("Client ID and secret").click();
  await enterApp(panel, after);
  await page.keyboard.press("Control+Enter");
  await expect(panel).toBeHidden();
  await expect(notice).toBeHidden();
  await expect
    .poll(async () => JSON.parse(await galley.run("job", "show", "1", "--json")).counts.published)
    .toBe(5);
});

for (const theme of ["light", "dark"] as const) {
  test(`axe finds nothing in the three ways, ${theme}`, { tag: "@deep" }, async ({
    page,
    galley,
    foreignShop,
  }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    const panel = await openPanel(page, galley, await foreignShop(1));
    for (const way of ["Paste a token", "Client ID and secret", "Sign in through the browser"]) {
      await panel.getByText(way).click();
      expect(await violations(page)).toEqual([]);
    }
  });
}
