import type { Page } from "@playwright/test";
import { expect, type Galley, painted, test } from "./galley";

const PRODUCTS = 450;

interface ItemNow {
  id: string;
  decision: string;
  publish_state: string;
}

async function items(galley: Galley): Promise<ItemNow[]> {
  const job = JSON.parse(await galley.run("job", "show", "1", "--items", "--json"));
  return (job as { items: ItemNow[] }).items;
}

/** Counts the pages of items and the selections that the page asks for. */
function countRequests(page: Page) {
  const asked = { pages: new Set<string>(), listings: 0, selections: 0 };
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.pathname === "/data/items") asked.pages.add(url.searchParams.get("offset") ?? "0");
    if (url.pathname === "/rpc/SelectItems") asked.listings++;
    if (url.pathname === "/rpc/DecideSelected") asked.selections++;
  });
  return asked;
}

test("acting on a few rows of a long job reads no other page; all of them are chosen by the backend", async ({
  page,
  galley,
  foreignShop,
}) => {
  const shop = await foreignShop(PRODUCTS);
  const add = ["shop", "add", "shopify", "north.myshopify.com", "--endpoint", shop.endpoint];
  const { id } = JSON.parse(
    await galley.runWith(shop.token, ...add, "--token-stdin", "--json"),
  ) as { id: string };
  await galley.run("sync", id);
  await galley.run("job", "create", id, "--field", "title", "--all", "--wait");
  const asked = countRequests(page);
  await page.goto(galley.url);
  await page.getByRole("link", { name: /^Jobs/ }).click();
  await page.getByRole("row", { name: /All products/ }).click();
  await page.waitForURL(/\/jobs\/\d/);
  await expect(page.getByRole("row", { name: /^Select (?!all)/ }).first()).toBeVisible();
  await painted(page);

  await test.step("one row", async () => {
    await page.keyboard.press("x");
    await expect(page.getByRole("toolbar", { name: "Selection" })).toContainText("1 selected");
    await page.keyboard.press("a");
    await expect
      .poll(async () => (await items(galley)).filter((item) => item.decision === "approved").length)
      .toBe(1);
    expect([...asked.pages]).not.toContain("300");
    expect(asked.selections).toBe(0);
    await page.keyboard.press("Escape");
  });

  await test.step("all but one", async () => {
    await page.keyboard.press("Control+a");
    await page.keyboard.press("x");
    const bar = page.getByRole("toolbar", { name: "Selection" });
    await expect(bar).toContainText(`${PRODUCTS - 1} selected`);
    await page.keyboard.press("r");
    await expect
      .poll(async () => (await items(galley)).filter((item) => item.decision === "rejected").length)
      .toBe(PRODUCTS - 1);
    expect([...asked.pages]).not.toContain("300");
    expect(asked.selections).toBe(1);
    expect(asked.listings).toBe(0);
    await expect(bar).toBeHidden();
  });

  await test.step("and taken back as one step", async () => {
    await page.keyboard.press("Control+z");
    await expect
      .poll(async () => (await items(galley)).filter((item) => item.decision === "open").length)
      .toBe(PRODUCTS - 1);
  });

  await test.step("what another window changed behind the list is left to read", async () => {
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+a");
    const bar = page.getByRole("toolbar", { name: "Selection" });
    await expect(bar).toContainText(`${PRODUCTS} selected`);
    const [first] = await items(galley);
    await galley.run("item", "reject", first?.id ?? "");
    await page.keyboard.press("a");
    const notice = page.getByText(/1 was changed after you selected the list/);
    await expect(notice).toBeVisible();
    const decided = (await items(galley)).filter((item) => item.decision === "approved");
    expect(decided.length).toBe(PRODUCTS - 1);
    await page.keyboard.press("Control+z");
    await galley.run("item", "reopen", first?.id ?? "");
    await expect
      .poll(async () => (await items(galley)).filter((item) => item.decision === "rejected").length)
      .toBe(0);
    await expect(page.getByRole("row", { name: /Rejected/ })).toHaveCount(0);
    await painted(page);
  });

  await test.step("the plan of all counts what it names, and holds what is alike", async () => {
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+a");
    await page.keyboard.press("p");
    const plan = page.getByRole("dialog");
    const held = await plan.getByText(/too much like other texts/).textContent();
    const alike = Number(/(\d+) too much like other texts stay out/.exec(held ?? "")?.[1]);
    await plan.getByRole("button", { name: `Publish ${PRODUCTS - alike}`, exact: true }).click();
    const unpublished = async () =>
      (await items(galley)).filter((item) => item.publish_state === "unpublished").length;
    await expect.poll(unpublished).toBe(alike);
  });
});
