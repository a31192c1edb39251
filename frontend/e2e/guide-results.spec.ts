import { type Desk, expect, test } from "./desk";
import { type ForeignShop, startShop } from "./programs";
import { confirmAll } from "./publishAll";
import { expectAccessible } from "./violations";

test.afterEach(({ page }) => expectAccessible(page));

const onShop = (desk: Desk, index: number) =>
  desk.shop.description(desk.products[index]?.handle ?? "");

test("Previewing Generated Content", async ({ page, desk }) => {
  await desk.writer("template");
  const { title = "", handle = "" } = desk.products[7] ?? {};
  const id = await desk.job({ field: "description", products: desk.products.slice(5, 8) });
  await page.goto(desk.address(`jobs/${id}`));
  const row = page.getByRole("row", { name: `Select ${title}` });
  const dialog = page.getByRole("dialog", { name: `Preview of ${title}` });
  const draft = dialog.frameLocator("iframe[title=Draft]");
  const words = "is made of";

  await test.step("Locate the item in the results table; Click “Preview” button", async () => {
    await page.getByRole("searchbox").fill(handle);
    await expect(page.getByRole("row", { name: /^Select (?!all)/ })).toHaveCount(1);
    await row.getByRole("button", { name: /^Preview/ }).click();
  });
  await test.step("Modal displays the full generated content; Full content display", async () => {
    await expect(draft.locator("body")).toContainText(words);
    const { content } = JSON.parse(await desk.galley.run("item", "show", `${id}/3`, "--json"));
    const plain = await page.evaluate(
      (html) => new DOMParser().parseFromString(html, "text/html").body.textContent,
      content as string,
    );
    await page.keyboard.press("d");
    const squeeze = (text: string | null) => (text ?? "").replace(/\s+/g, "");
    await expect
      .poll(async () => squeeze(await draft.locator("body").textContent()))
      .toBe(squeeze(plain));
  });
  await test.step("Formatting preserved", async () => {
    await expect(draft.locator("h2, h3").first()).toBeVisible();
    await expect(draft.locator("li").first()).toBeVisible();
    await expect(draft.locator("li").first()).toHaveCSS("display", "list-item");
  });
  await test.step("Review carefully: the text it replaces is beside it", async () => {
    await expect(
      dialog.frameLocator("iframe[title='Text on the shop now']").locator("body"),
    ).not.toBeEmpty();
  });
  await test.step("Product context displayed", async () => {
    const facts = dialog.getByRole("complementary", { name: "Score and facts" });
    for (const fact of ["Price", "Vendor", "Lumbreck", "Table lamp", handle]) {
      await expect(facts.getByText(fact).first()).toBeVisible();
    }
  });
  await test.step("Option to publish directly from preview; Direct publish option", async () => {
    await dialog.getByRole("button", { name: /^Publish…/ }).click();
    await page.getByRole("button", { name: "Publish 1", exact: true }).click();
    await expect(dialog.getByText("Published", { exact: true })).toBeVisible();
    expect(await onShop(desk, 7)).toContain(words);
  });
  await test.step("Close to return to list", async () => {
    await dialog.getByRole("button", { name: "Close preview" }).click();
    await expect(dialog).toBeHidden();
    await expect(row).toContainText("Published");
    await expect(page.getByRole("searchbox")).toHaveValue(handle);
  });
  await desk.galley.run("undo", id, "--wait");
});

test("SEO scores shown (for SEO fields)", async ({ page, desk }) => {
  await desk.writer("template");
  for (const field of ["seo_title", "meta_description"]) {
    await test.step(field, async () => {
      const id = await desk.job({ field, products: desk.products.slice(5, 6) });
      await page.goto(desk.address(`jobs/${id}/1`));
      const dialog = page.getByRole("dialog", { name: /^Preview of/ });
      await expect(
        dialog.getByRole("heading", { name: /^SEO score \d+ of \d+ points/ }),
      ).toBeVisible();
      await expect(dialog.getByText(/^(Good|Fair|Poor) \d$/).first()).toBeVisible();
    });
  }
});

test("Publishing Individual Items", async ({ page, desk }) => {
  await desk.writer("openai");
  const id = await desk.job({ field: "description", products: desk.products.slice(0, 3) });
  await page.goto(desk.address(`jobs/${id}`));
  const row = page.getByRole("row", { name: `Select ${desk.products[1]?.title}` });
  const question = page.getByRole("dialog", { name: "Publish 1 description to Demo shop?" });

  await test.step("Find the item in the results list; Click “Publish” button next to it", async () => {
    await row.getByRole("button", { name: /^Publish…/ }).click();
  });
  await test.step("Confirm publishing", async () => {
    await expect(question).toContainText("It replaces the text on the shop now.");
    await expect(question).toContainText("You can undo this later.");
    expect(await onShop(desk, 1)).not.toContain("as the picture shows it");
    await question.getByRole("button", { name: "Publish 1", exact: true }).click();
  });
  await test.step("Status changes to “Published”; Green checkmark appears", async () => {
    const mark = row.getByText("Published", { exact: true }).locator("xpath=..");
    await expect(mark).toHaveAttribute("data-tone", "ok");
    await expect(mark.locator("svg")).toBeVisible();
  });
  await test.step("Content updates on Shopify immediately", async () => {
    expect(await onShop(desk, 1)).toContain("as the picture shows it");
    await expect(page.getByRole("button", { name: "Published 1", exact: true })).toBeVisible();
  });
  await desk.galley.run("undo", id, "--wait");
});

test("Publishing All Items", async ({ page, desk }) => {
  await desk.writer("openai");
  const id = await desk.job({ field: "description" });
  await page.goto(desk.address(`jobs/${id}`));
  const counts = page.getByRole("region", { name: "Counts" });
  await test.step("Review that you want to publish all items", async () => {
    await expect(page.getByRole("button", { name: "Unpublished 12" })).toBeVisible();
  });
  await test.step("Click “Publish All” button at the top; Confirm bulk publishing action", async () => {
    await page.getByRole("button", { name: /^Publish All 12…/ }).click();
    const question = page.getByRole("dialog", { name: /^Publish descriptions to Demo shop/ });
    await expect(question).toContainText(
      "Undo puts back the earlier text, for one product or all 12.",
    );
    desk.shop.pause();
    await confirmAll(page, 12);
  });
  await test.step("All unpublished items publish simultaneously", async () => {
    await expect(
      page.getByRole("row", { name: /(Queued Waits its turn|Publishing On its way)/ }),
    ).toHaveCount(12);
  });
  await test.step("Progress indicator shows publishing status", async () => {
    await expect(counts.getByLabel(/^Publish(ing|ed):? 0 of 12/)).toBeVisible();
    await expect(counts.getByRole("button", { name: /^Stop/ })).toBeVisible();
    desk.shop.resume();
    await expect(counts.getByLabel(/^Published: 12 of 12/)).toBeVisible();
  });
  await test.step("All items marked as published when done", async () => {
    await expect(page.getByRole("button", { name: "Published 12" })).toBeVisible();
    await expect(page.getByRole("row", { name: /^Select (?!all).* Published/ })).toHaveCount(12);
    for (let i = 0; i < 12; i++) expect(await onShop(desk, i)).toContain("as the picture shows it");
  });
  await desk.galley.run("undo", id, "--wait");
});

test("Understanding Publish Status", async ({ page, desk }) => {
  await desk.writer("template");
  const { galley } = desk;
  const add = async (shop: ForeignShop) => {
    const args = ["shop", "add", "shopify", "south.myshopify.com", "--endpoint", shop.endpoint];
    return JSON.parse(await galley.runWith(shop.token, ...args, "--token-stdin", "--json"));
  };
  const full = await startShop("--products", "3");
  const { id: shopId } = await add(full);
  await galley.run("sync", shopId);
  const all = ["--field", "title", "--all", "--wait", "--json"];
  const { id } = JSON.parse(await galley.run("job", "create", shopId, ...all));
  await full.stop();
  // It opens again with one product less, so that one draft has nowhere to go.
  const short = await startShop("--products", "2", "--listen", new URL(full.endpoint).host);
  await add(short);
  await galley.run("publish", id, "--item", `${id}/1`, "--item", `${id}/2`, "--wait");
  await page.goto(new URL(`/#/s/${shopId}/jobs/${id}`, galley.url).href);

  const row = (word: string) =>
    page
      .getByRole("row", { name: /^Select (?!all)/ })
      .filter({ has: page.getByText(word, { exact: true }) });
  const look = async (word: string) => {
    const mark = row(word).getByText(word, { exact: true }).locator("xpath=..");
    await expect(mark.locator("svg")).toBeVisible();
    return mark.getAttribute("data-tone");
  };
  await test.step("Unpublished: Content ready but not on Shopify (yellow/warning color)", async () => {
    expect(await look("Unpublished")).toBe("wait");
  });
  await test.step("Published: Content live on Shopify (green checkmark)", async () => {
    expect(await look("Published")).toBe("ok");
  });
  await test.step("Failed: Could not generate or publish (red X)", async () => {
    expect(await look("Failed")).toBe("bad");
    await expect(row("Failed")).toContainText(/Not published: .*gone from the shop/);
  });
  await short.stop();
});
