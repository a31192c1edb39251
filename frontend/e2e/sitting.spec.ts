import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { type Endpoint, startEndpoint } from "./endpoint";
import { expect, type Galley, painted, test } from "./galley";

const SHOPS = 10;
const PRODUCTS = 30;
const CLAIM = "5-year warranty";

const WORDS = ["oak", "brass", "linen", "slate", "wool", "cork"];

/** A product export of one shop. */
function productFile(shop: number): string {
  const rows = Array.from({ length: PRODUCTS }, (_, i) => {
    const word = WORDS[i % WORDS.length];
    return `item-${shop}-${i},"Item ${i} of ${word}",<p>An item of ${word} number ${i} for shop ${shop}.</p>,Maker ${shop},Thing,TRUE,`;
  });
  const file = join(mkdtempSync(join(tmpdir(), "galley-sitting-")), `products-${shop}.csv`);
  writeFileSync(
    file,
    ["Handle,Title,Body (HTML),Vendor,Type,Published,SEO Description", ...rows].join("\n"),
  );
  return file;
}

/** Ten shops, each with a job of thirty meta descriptions; those of the first share a claim. */
async function tenShops(galley: Galley, endpoint: Endpoint): Promise<void> {
  const set = (key: string, ...values: string[]) => galley.run("settings", "set", key, ...values);
  await set(
    "writer.base_url",
    endpoint.url,
    "writer.model",
    endpoint.model,
    "writer.kind",
    "openai",
  );
  await set("writer.rpm", "0");
  await set("person", "Ada");
  endpoint.say(({ title, field, product, has }) => {
    if (!product) return { draft: "ready" };
    const claim =
      title.includes("oak") && field === "meta description" ? ` It has a ${CLAIM}.` : "";
    return { draft: `${title}, as the shop's pictures show it${has ? " now" : ""}.${claim}` };
  });
  for (let shop = 1; shop <= SHOPS; shop++) {
    const name = `Shop ${String(shop).padStart(2, "0")}`;
    await galley.run("shop", "add", "file", productFile(shop), "--name", name);
    await galley.run("sync", name);
    await galley.run("job", "create", name, "--field", "meta_description", "--all", "--wait");
  }
}

/** The draft that is read. */
const dialogOf = (page: Page) => page.getByRole("dialog", { name: /^Preview of/ });

/** Which draft is read, as "3/7": items of several shops have one title. At the end there is none. */
async function idOf(page: Page): Promise<string | undefined> {
  const text = await page.evaluate(() => document.querySelector("[role=dialog]")?.textContent);
  return /\d+\/\d+(?=, revision)/.exec(text ?? "")?.[0];
}

/** The next draft is on screen, or the end: a key without effect leaves the draft that was there. */
async function movedOn(page: Page, before: string | undefined): Promise<boolean> {
  const end = page.getByRole("heading", { name: /^All read/ });
  await expect.poll(() => idOf(page)).not.toBe(before);
  await expect(end.or(dialogOf(page)).first()).toBeVisible();
  return !(await end.isVisible());
}

/** Presses a key that must lead to another draft, or to the end. */
async function decide(page: Page, ...keys: string[]): Promise<boolean> {
  const before = await idOf(page);
  for (const key of keys) await page.keyboard.press(key);
  return movedOn(page, before);
}

/** Takes the claim of the first draft that has it out of all drafts of its job. */
async function answerForAll(page: Page): Promise<boolean> {
  await page.keyboard.press("Shift+Digit1");
  const question = page.getByRole("dialog", { name: new RegExp(`^Answer “${CLAIM}”`) });
  await expect(question.getByRole("listitem")).not.toHaveCount(0);
  await page.keyboard.press("Control+Enter");
  await expect(question).toBeHidden();
  return true;
}

/** Has the draft written again with a note, and goes on to the next one. */
async function rewrite(page: Page): Promise<boolean> {
  const before = await idOf(page);
  await page.keyboard.press("g");
  const question = page.getByRole("dialog", { name: "Regenerate with a note" });
  await expect(question.getByRole("textbox")).toBeFocused();
  await page.keyboard.type("shorter");
  await page.keyboard.press("Enter");
  await expect(question).toBeHidden();
  return movedOn(page, before);
}

test("300 drafts of ten shops are read, mended and decided in one sitting, by keyboard alone", {
  tag: "@deep",
}, async ({ page, galley }) => {
  test.setTimeout(900_000);
  const endpoint = await startEndpoint();
  await tenShops(galley, endpoint);
  const decided = { approved: 0, rejected: 0, skipped: 0, edited: 0, rewritten: 0 };
  let again = 0;

  await page.goto(`${galley.url}`);
  await expect(page.getByRole("link", { name: /To review/ })).toContainText("300");
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("combobox", { name: /^Shop, product/ })).toBeFocused();
  await page.keyboard.type("to review");
  await page.keyboard.press("Enter");
  await expect(page.getByText("300 drafts in 10 shops")).toBeVisible();

  const dialog = dialogOf(page);
  await page.keyboard.press("Control+Enter");
  await expect(dialog.getByRole("status").filter({ hasText: "left" })).toContainText("300 left");
  let answered = false;
  for (let read = 1, more = true; more; read++) {
    await painted(page);
    if (!answered && (await dialog.getAttribute("aria-label"))?.endsWith("of oak")) {
      answered = await answerForAll(page);
      await painted(page);
    }
    if (await dialog.getByText("Written again", { exact: false }).first().isVisible()) {
      again++;
      await expect(dialog).toContainText("You saw revision 1");
      await painted(page);
      decided.approved++;
      more = await decide(page, "a");
    } else if (read % 70 === 0) {
      decided.rewritten++;
      more = await rewrite(page);
    } else if (read % 60 === 0) {
      decided.skipped++;
      more = await decide(page, "s");
    } else if (read % 50 === 1) {
      await page.keyboard.press("e");
      await expect(dialog.getByRole("textbox", { name: "Edit the draft" })).toBeFocused();
      await page.keyboard.press("Control+End");
      await page.keyboard.type(" Read and mended.");
      decided.edited++;
      decided.approved++;
      more = await decide(page, "Control+Enter");
    } else if (read % 20 === 0) {
      decided.rejected++;
      more = await decide(page, "r");
    } else {
      decided.approved++;
      more = await decide(page, "a");
    }
  }
  await expect(
    page.getByRole("heading", {
      name: `All read: ${decided.approved} approved, ${decided.rejected} rejected`,
    }),
  ).toBeVisible();
  expect(decided.approved + decided.rejected + decided.skipped).toBe(300);
  expect(decided.rewritten).toBeGreaterThan(2);
  expect(again).toBe(decided.rewritten);

  const jobs = JSON.parse(await galley.run("job", "list", "--json")) as {
    counts: { approved: number; rejected: number; to_review: number };
  }[];
  const sum = (of: "approved" | "rejected" | "to_review") =>
    jobs.reduce((all, { counts }) => all + counts[of], 0);
  expect([sum("approved"), sum("rejected"), sum("to_review")]).toEqual([
    decided.approved,
    decided.rejected,
    decided.skipped,
  ]);

  // What was approved in the first shop goes out, and nothing else of it.
  await page.keyboard.press("p");
  const publish = page.getByRole("dialog", { name: /^Collect 29/ });
  await expect(publish).toContainText("Shop 01");
  await page.keyboard.press("Control+Enter");
  await expect
    .poll(async () => {
      const [last] = JSON.parse(await galley.run("job", "list", "--shop", "Shop 01", "--json")) as {
        counts: { published: number; approved: number };
      }[];
      return [last?.counts.published, last?.counts.approved];
    })
    .toEqual([29, 0]);
  await endpoint.stop();
});
