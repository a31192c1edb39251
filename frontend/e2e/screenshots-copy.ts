import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { ALIKE, DRAFT_WITH_NOTES, KEYPHRASES, PROFILE, twoVoices } from "./copytexts";
import { startEndpoint } from "./endpoint";
import { expect, test } from "./galley";
import { type ForeignShop, type Galley, startShop } from "./programs";
import { take } from "./take";

/** Pictures of what Galley says about copy: facts, voice, comparison, sameness, keyphrases. */
interface Home {
  galley: Galley;
  shop: string;
  address(page: string): string;
  json<T>(...args: string[]): Promise<T>;
}

interface Product {
  handle: string;
  description_html: string;
}

async function openHome(page: Page, galley: Galley, shop: ForeignShop): Promise<Home> {
  const json = async <T>(...args: string[]) => JSON.parse(await galley.run(...args, "--json")) as T;
  const add = ["shop", "add", "shopify", "quillmoor.myshopify.com", "--endpoint", shop.endpoint];
  const { id } = JSON.parse(
    await galley.runWith(shop.token, ...add, "--token-stdin", "--json"),
  ) as { id: string };
  await galley.run("sync", id);
  await galley.run("settings", "set", "person", "Ada");
  await page.goto(galley.url);
  await expect(page.getByRole("grid", { name: "Products" })).toBeVisible();
  const address = (at: string) => `${new URL(galley.url).origin}/#/s/${id}/${at}`;
  return { galley, shop: id, address, json };
}

/** Puts a text in the place of a draft. */
const write = (home: Home, item: string, text: string) =>
  home.galley.runWith(text, "item", "edit", item, "--content-file", "-");

const jobOf = async (home: Home, ...args: string[]) =>
  (await home.json<{ id: string }>("job", "create", home.shop, ...args, "--wait")).id;

test("pictures of copy", async ({ page, galley }) => {
  test.setTimeout(240_000);
  const shop = await startShop("--latency", "5ms");
  const endpoint = await startEndpoint("copy-large-2");
  const home = await openHome(page, galley, shop);
  const set = (key: string, value: string) => galley.run("settings", "set", key, value);

  await test.step("facts, claims and lost facts", async () => {
    const handle = "thimble-table-lamp";
    const product = await home.json<Product>("product", "show", home.shop, handle);
    const warned = `${product.description_html}<p>Keep away from open fire.</p>`;
    await shop.change(handle, { descriptionHtml: warned });
    await galley.run("sync", home.shop);
    const table = /<table>[\s\S]*<\/table>/.exec(product.description_html)?.[0] ?? "";
    const job = await jobOf(home, "--field", "description", "--handle", handle);
    await write(home, `${job}/1`, DRAFT_WITH_NOTES(table));
    const { rows } = await home.json<{ rows: { id: string; value: string }[] }>(
      "facts",
      "show",
      home.shop,
      handle,
    );
    const tag = rows.find(({ value }) => value === "bedroom");
    if (tag) await galley.run("facts", "strike", home.shop, handle, tag.id);
    await page.goto(home.address(`jobs/${job}/1`));
    await expect(page.getByRole("heading", { name: /^Claims/ })).toBeVisible();
    await take(page, "preview-facts");
    await page.keyboard.press("f");
    await take(page, "preview-marked");
  });

  await test.step("comparison of two instructions", async () => {
    await set("writer.base_url", endpoint.url);
    await set("writer.model", endpoint.model);
    await set("writer.rpm", "0");
    await set("writer.kind", "openai");
    await set(
      "prices",
      JSON.stringify([{ model: "copy-large-2", input: 2, cached: 0, output: 8 }]),
    );
    endpoint.say(twoVoices);
    const made = await home.json<{ a: { id: string } }>(
      "job",
      "compare",
      home.shop,
      "--field",
      "description",
      "--all",
      "--instructions",
      "Plain British English, short sentences. Open with what {title} is for, then the material, then care. 180 to 220 words.",
      "--other-instructions",
      "Plain British English, short sentences. Open with where {title} is used, answer one thing people ask, then care. 120 to 160 words.",
    );
    endpoint.say(undefined);
    await page.goto(home.address(`compare/${made.a.id}`));
    await expect(page.getByRole("toolbar", { name: "Choice" })).toContainText("10 to choose");
    await page.keyboard.press("Shift+Digit2");
    await page.keyboard.press("1");
    await page.keyboard.press("1");
    await page.keyboard.press("Space");
    await expect(page.getByTitle(/^Draft A of/)).toBeVisible();
    await take(page, "compare");
  });

  await test.step("profile", async () => {
    for (const [part, value] of PROFILE) await galley.run("profile", "set", home.shop, part, value);
    for (const [handle] of KEYPHRASES) {
      await galley.run("profile", "mark", home.shop, handle, "--field", "description");
    }
    const scope = (fact: string, ...of: string[]) =>
      galley.run("facts", "scope", home.shop, fact, ...of);
    await scope("5-year warranty on the joints", "--vendor", "Tindrel Works");
    await scope("Bulbs are not included", "--type", "Table lamp");
    await scope("Zinc from one works in the north", "--vendor", "Thrapple & Dibb");
    await page.goto(home.address("profile"));
    await page.getByRole("button", { name: "Add to Words to avoid" }).click();
    await page.getByRole("textbox", { name: "Add to Words to avoid" }).fill("luxurious");
    await page.keyboard.press("Enter");
    await expect(page.getByText("1 change not saved")).toBeVisible();
    await take(page, "profile");
    await page.getByRole("button", { name: "Discard" }).click();
  });

  await test.step("texts that are too much alike", async () => {
    const handles = (await home.json<Product[]>("product", "list", home.shop))
      .slice(0, ALIKE.length)
      .flatMap(({ handle }) => ["--handle", handle]);
    const job = await jobOf(home, "--field", "meta_description", ...handles);
    for (const [n, text] of ALIKE.entries()) await write(home, `${job}/${n + 1}`, text);
    await page.goto(home.address(`jobs/${job}?show=alike`));
    await expect(page.getByText("Begin with “Get to know”")).toBeVisible();
    for (const key of ["ArrowDown", "ArrowRight", "x"]) await page.keyboard.press(key);
    await take(page, "alike");
  });

  await test.step("keyphrases", async () => {
    const file = join(mkdtempSync(join(tmpdir(), "galley-phrases-")), "phrases.csv");
    const [typed, ...imported] = KEYPHRASES;
    writeFileSync(file, ["handle,keyphrase", ...imported.map((row) => row.join(","))].join("\n"));
    await galley.run("keyphrase", "import", home.shop, file);
    if (typed) await galley.run("keyphrase", "set", home.shop, ...typed);
    await page.goto(home.address("keyphrases"));
    await expect(page.getByRole("grid", { name: "Keyphrases" })).toBeVisible();
    await take(page, "keyphrases");
  });
  await Promise.all([shop.stop(), endpoint.stop()]);
});
