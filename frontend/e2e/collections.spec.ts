import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, openDemoShop, test } from "./galley";
import { expectAccessible } from "./violations";

test("a text of a collection is written, reviewed, published and undone", async ({
  page,
  galley,
}) => {
  await openDemoShop(page, galley);
  await page.keyboard.press("n");
  const panel = page.getByRole("complementary", { name: "New job" });
  await panel.getByText("Collections", { exact: true }).click();
  await panel.getByText("Meta description", { exact: true }).click();
  await panel.getByRole("switch", { name: "Only where it is empty" }).click();
  const chosen = panel.getByRole("checkbox").first();
  await chosen.check();
  await expect(panel.getByText("1 chosen")).toBeVisible();
  await page.screenshot({ path: test.info().outputPath("new-job.png") });
  await panel.getByRole("button", { name: "Write 1 collection meta description" }).click();
  await expect(page.getByText("Completed", { exact: true })).toBeVisible();
  await expect(page.getByRole("columnheader", { name: "Collection" })).toBeVisible();
  await expect(page.getByRole("button", { name: /^View product/ })).toHaveCount(0);

  await page.getByRole("button", { name: /^Preview/ }).click();
  const dialog = page.getByRole("dialog", { name: /^Preview of/ });
  await expect(dialog.getByText("Search result")).toBeVisible();
  await page.emulateMedia({ colorScheme: "dark" });
  await page.screenshot({ path: test.info().outputPath("preview.png") });
  await page.keyboard.press("p");
  await page
    .getByRole("dialog", { name: /^Publish 1 collection meta description/ })
    .getByRole("button", { name: "Publish 1", exact: true })
    .click();
  await expect(dialog.getByText("Published", { exact: true })).toBeVisible();

  await dialog.getByRole("button", { name: "Undo" }).click();
  await page
    .getByRole("dialog", { name: "Put back the earlier text of 1 collection?" })
    .getByRole("button", { name: "Put back 1" })
    .click();
  await expect(dialog.getByText("Published", { exact: true })).toBeHidden();
});

test("a collection's own texts: found, edited, published, undone, left with a question", async ({
  page,
  galley,
}) => {
  await openDemoShop(page, galley);
  await page.keyboard.press("c");
  await expect(page.getByRole("heading", { level: 1, name: "Collections" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Products" })).toHaveAttribute(
    "aria-current",
    "page",
  );
  await page.getByRole("searchbox", { name: "Title or handle" }).fill("nettlewick");
  const row = page.getByRole("row", { name: /Nettlewick Kitchen/ });
  await expect(row).toContainText("10");
  await expect(row.getByText("Empty", { exact: true })).toHaveCount(3);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Nettlewick Kitchen" })).toBeVisible();
  await expect(page.getByText("Alt texts")).toHaveCount(0);

  await test.step("the SEO pair is saved, one after the other", async () => {
    await page.getByRole("textbox", { name: "SEO title" }).fill("Kitchen knives");
    await page.getByRole("textbox", { name: "Meta description" }).fill("Knives for kitchens.");
    await page.keyboard.press("Control+Enter");
    const question = page.getByRole("dialog", {
      name: "Publish 2 texts of Nettlewick Kitchen to Demo shop?",
    });
    await question.getByRole("button", { name: "Publish 2", exact: true }).click();
    for (const field of ["collection_seo_title", "collection_meta_description"]) {
      const slot = page.locator(`[data-field=${field}]`);
      await expect(slot.getByText("Published", { exact: true })).toBeVisible();
    }
    await expect(page.getByRole("textbox", { name: "SEO title" })).toHaveValue("Kitchen knives");
    await expect(page.getByText("collections › nettlewick-kitchen")).toBeVisible();
  });

  await test.step("one is undone, the other stays", async () => {
    await page.getByRole("button", { name: /^Undo the SEO title/ }).click();
    await page.getByRole("button", { name: "Put back 1" }).click();
    await expect(page.getByText("earlier text")).toBeVisible();
    await expect(page.getByRole("textbox", { name: "SEO title" })).toHaveValue("");
    await expect(page.getByRole("textbox", { name: "Meta description" })).toHaveValue(
      "Knives for kitchens.",
    );
  });

  await test.step("unsaved texts are asked about, Back is the list as it was", async () => {
    await page.getByRole("textbox", { name: "SEO title" }).fill("Half a thought");
    await page.goBack();
    const question = page.getByRole("dialog", { name: "Leave without saving?" });
    await question.getByRole("button", { name: "Leave without saving" }).click();
    await expect(row).toContainText("20 chars");
    await expect(page.getByRole("searchbox", { name: "Title or handle" })).toHaveValue(
      "nettlewick",
    );
  });

  await test.step("a job over the selected collection; its draft comes into the editor", async () => {
    await row.press("x");
    await page.keyboard.press("n");
    const panel = page.getByRole("complementary", { name: "New job" });
    await expect(panel.getByText("1 collection", { exact: true })).toBeVisible();
    await panel.getByText("SEO title", { exact: true }).click();
    await panel.getByRole("button", { name: "Write 1 collection SEO title" }).click();
    await expect(page.getByText("Completed", { exact: true })).toBeVisible();
    await page.getByRole("button", { name: "Nettlewick Kitchen", exact: true }).click();
    await page.getByRole("button", { name: /^Use this draft: SEO title/ }).click();
    await expect(page.getByText("1 change not saved")).toBeVisible();
    await page.getByRole("button", { name: "Discard" }).click();
    await page.goBack();
    await expect(page.getByText("Completed", { exact: true })).toBeVisible();
  });
});

test("a collection's text changed on the shop meanwhile is a conflict, and nothing is written", {
  tag: "@deep",
}, async ({ page, galley, foreignShop }) => {
  const shop = await foreignShop(20);
  const add = ["shop", "add", "shopify", "lamps.myshopify.com", "--endpoint", shop.endpoint];
  await galley.runWith(shop.token, ...add, "--token-stdin");
  await galley.run("sync", "Demo shop");
  const graphql = async (query: string) => {
    const answer = await page.request.post(new URL("/admin/api/graphql.json", shop.endpoint).href, {
      headers: { "X-Shopify-Access-Token": shop.token },
      data: { query },
    });
    return (await answer.json()).data;
  };
  await page.goto(galley.url);
  await expect(page.getByRole("grid", { name: "Products" })).toBeVisible();
  await page.keyboard.press("c");
  await expect(page.getByRole("grid", { name: "Collections" })).toBeVisible();
  await page.getByRole("grid").press("Enter");
  const field = page.getByRole("textbox", { name: "SEO title" });
  await field.fill("My own title");

  const handle = decodeURIComponent(page.url().split("/").at(-1) ?? "");
  const { collections } = await graphql("{ collections(first: 250) { nodes { id handle } } }");
  const { id } = collections.nodes.find((c: { handle: string }) => c.handle === handle);
  await graphql(
    `mutation { collectionUpdate(collection: {id: "${id}", seo: {title: "Their title", description: ""}}) { userErrors { message } } }`,
  );
  const publish = async () => {
    await page.keyboard.press("Control+Enter");
    await page.getByRole("button", { name: "Publish 1", exact: true }).click();
  };
  await publish();
  const slot = page.locator("[data-field=collection_seo_title]");
  await expect(slot.getByText("Conflict", { exact: true })).toBeVisible();
  await expect(field).toHaveValue("My own title");
  await expect(slot.frameLocator("iframe").locator("body")).toHaveText("Their title");
  const now = () => graphql(`{ collection(id: "${id}") { seo { title } } }`);
  expect((await now()).collection.seo.title).toBe("Their title");

  await slot.getByRole("button", { name: "Keep mine" }).click();
  await publish();
  await expect(slot.getByText("Published", { exact: true })).toBeVisible();
  expect((await now()).collection.seo.title).toBe("My own title");
});

test("a claim of a collection's draft becomes a fact of it, and Ctrl Z takes it back", {
  tag: "@deep",
}, async ({ page, galley }) => {
  await openDemoShop(page, galley);
  const shop = page.url().split("/s/")[1]?.split("/")[0] ?? "";
  const listed = await galley.run("collection", "list", shop, "--json");
  const [first] = JSON.parse(listed) as { handle: string }[];
  const create = ["job", "create", shop, "--field", "collection_meta_description", "--wait"];
  await galley.run(...create, "--handle", first?.handle ?? "");
  const file = join(mkdtempSync(join(tmpdir(), "galley-draft-")), "draft.txt");
  writeFileSync(file, "Lamps for every room of the house. Each has a 5-year warranty.");
  await galley.run("item", "edit", "1/1", "--content-file", file);
  const facts = () => galley.run("facts", "list", shop, "--json");

  await page.goto(page.url().replace(/products.*/, "jobs/1"));
  await page.getByRole("button", { name: /^Preview/ }).click();
  const dialog = page.getByRole("dialog", { name: /^Preview of/ });
  await dialog.getByRole("button", { name: "Add a fact…" }).first().click();
  const question = page.getByRole("dialog", { name: /^Add a fact of/ });
  await expect(question.getByText("1 warning, then 0")).toBeVisible();
  await expectAccessible(page);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: test.info().outputPath(`fact-${colorScheme}.png`) });
  }
  await question.getByRole("button", { name: "Add fact" }).click();
  await expect(question).toBeHidden();
  await expect(dialog.getByRole("tab", { name: "Facts Nothing to settle" })).toBeVisible();
  expect(await facts()).toContain("5-year warranty");
  await page.keyboard.press("Control+z");
  await expect(page.getByText("Undone in 1 draft.")).toBeVisible();
  expect(JSON.parse(await facts())).toEqual([]);
});
