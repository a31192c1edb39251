import type { Page } from "@playwright/test";
import { startEndpoint } from "./endpoint";
import { expect, openDemoShop, test } from "./galley";
import { expectAccessible, violations } from "./violations";

async function chooseFile(page: Page, name: string, lines: string[]): Promise<void> {
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Import a file…" }).click();
  await (await choosing).setFiles({
    name,
    mimeType: "text/csv",
    buffer: Buffer.from(lines.join("\n")),
  });
}

const phraseAt = (page: Page, row: number) =>
  page
    .getByRole("grid", { name: "Keyphrases" })
    .getByRole("row")
    .nth(row)
    .getByRole("button", { name: /^Edit the keyphrase of .+: / });

test("keyphrases are typed and confirmed in the row, one after the other", async ({
  page,
  galley,
}) => {
  await openDemoShop(page, galley);
  await page.keyboard.press("y");
  await expect(page.getByRole("heading", { level: 1, name: "Keyphrases" })).toBeVisible();
  const rows = page.getByRole("grid", { name: "Keyphrases" }).getByRole("row");
  await expect(rows.nth(1)).toContainText("? Guess");
  const second = (await phraseAt(page, 2).textContent()) ?? "";

  await page.keyboard.press("Enter");
  const field = page.getByRole("textbox", { name: /^Keyphrase of / });
  await expect(field).toBeFocused();
  await field.fill("oak  reading lamp ");
  await page.keyboard.press("Enter");
  await expect(rows.nth(1)).toContainText("oak reading lamp");
  await expect(rows.nth(1)).toContainText("Typed");
  await expect(field).toHaveValue(second); // the next row
  await page.keyboard.press("Enter"); // its guess, as it is
  await expect(rows.nth(2)).toContainText("Confirmed");
  await page.keyboard.press("Escape");
  await expect(field).toBeHidden();
  await expect(page.getByRole("grid", { name: "Keyphrases" })).toBeFocused();

  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("x");
  await page.keyboard.press("Shift+ArrowDown");
  await expect(page.getByText("2 selected")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Confirm guesses…" }).click();
  await page.getByRole("button", { name: "Confirm 2", exact: true }).click();
  await expect(page.getByText("2 selected")).toBeHidden();

  await page.getByRole("button", { name: /^Typed/ }).click();
  await expect(rows).toHaveCount(5);
  await page.getByRole("combobox", { name: "Language" }).selectOption("de");
  await expect(page.getByRole("button", { name: /^Typed/ })).toContainText("0");

  await page.getByRole("combobox", { name: "Language" }).selectOption("");
  await page.getByText("Collections", { exact: true }).click();
  await page.getByRole("button", { name: /^All/ }).click();
  await expect(page.getByRole("columnheader", { name: "Collection" })).toBeVisible();
  await expect(rows.nth(1)).toContainText("? Guess");
  await page.keyboard.press("Enter");
  await field.fill("lamps for every room");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: /^Typed/ })).toContainText("1");
});

test("an import says what it takes and leaves out, and is taken back", { tag: "@deep" }, async ({
  page,
  galley,
}) => {
  await openDemoShop(page, galley);
  await page.keyboard.press("y");
  const rows = page.getByRole("grid", { name: "Keyphrases" }).getByRole("row");
  await expect(rows.nth(1)).toContainText("? Guess");
  await page.keyboard.press("Enter");
  const field = page.getByRole("textbox", { name: /^Keyphrase of / });
  await field.fill("typed by hand");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await expect(rows.nth(1)).toContainText("typed by hand");

  await chooseFile(page, "console.csv", [
    "Top pages,Query,Clicks,Impressions,Position",
    "https://shop.example/products/gone,gone,1,5,3",
    "https://shop.example/products/brass-ruler-15,brass ruler,5,90,3.2",
    "https://shop.example/products/brass-ruler-15,short brass ruler 15 cm,41,1930,6.2",
    "https://shop.example/products/brass-ruler-15,,41,1930,6.2",
    "https://shop.example/products/bread-knife-24,knife,50,400,4.2",
    "https://shop.example/products/bread-knife-24,serrated bread knife with beech handle,12,300,5.1",
  ]);
  const dialog = page.getByRole("dialog", { name: "Import console.csv?" });
  await expect(dialog).toContainText("1 left out: not in this shop");
  await expect(dialog).toContainText("1 line left out");
  await expectAccessible(page);
  await page.screenshot({ path: test.info().outputPath("import.png") });
  await dialog.getByRole("button", { name: "Set 2 keyphrases" }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole("button", { name: /^Imported/ }).click();
  await expect(rows.nth(1)).toContainText("short brass ruler 15 cm");
  await expect(rows.nth(1)).toContainText("1,930");

  await page.getByRole("button", { name: "Show it" }).click();
  await expect(page.getByRole("dialog")).toContainText("https://shop.example/products/gone");
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /^1 longer query of/ }).click();
  await expectAccessible(page);
  await page.screenshot({ path: test.info().outputPath("queries.png") });
  await page.getByRole("button", { name: "Use “serrated bread knife with beech handle”" }).click();
  await expect(rows).toHaveCount(2);
  await page.getByRole("button", { name: "Take back this import…" }).click();
  const back = page.getByRole("button", { name: "Take back the import" });
  await expect(back).toBeVisible();
  await expectAccessible(page);
  await back.click();
  await expect(page.getByText("No keyphrase matches")).toBeVisible();
  await page.getByRole("button", { name: /^All/ }).click();
  await expect(rows.nth(1)).toContainText("typed by hand");
});

test("all guesses are confirmed after a question, and the editor has the field", {
  tag: "@deep",
}, async ({ page, galley }) => {
  await openDemoShop(page, galley);
  await page.keyboard.press("y");
  for (const theme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    await expect(page.getByRole("grid", { name: "Keyphrases" })).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.screenshot({ path: test.info().outputPath(`keyphrases-${theme}.png`) });
  }
  await page.keyboard.press("Shift+Enter");
  await page.getByRole("button", { name: /^Confirm \d+$/ }).click();
  await expect(page.getByRole("button", { name: /^Guesses/ })).toContainText("0");
  await page.getByRole("button", { name: "Products", exact: true }).click();
  await page.keyboard.press("Enter");
  const field = page.getByRole("textbox", { name: "Keyphrase", exact: true });
  await expect(field).not.toHaveValue("");
  await field.fill("");
  await field.press("Enter");
  await expect(page.getByText("A guess: its rules are not scored")).toBeVisible();
  await page.screenshot({ path: test.info().outputPath("editor.png") });
});

test("a model's guesses are asked for after their cost is shown, and discarded again", {
  tag: "@deep",
}, async ({ page, galley }) => {
  await openDemoShop(page, galley);
  const model = await startEndpoint("phrase-model");
  const prices = '[{"model":"phrase-model","input":1,"cached":0.1,"output":4}]';
  const values = { "writer.base_url": model.url, "writer.model": "phrase-model", prices };
  for (const [key, value] of Object.entries({ ...values, "writer.kind": "openai" })) {
    await galley.run("settings", "set", key, value);
  }
  model.say(() => ({ draft: "1: small oak reading lamp" }));
  await page.keyboard.press("y");
  await page.getByRole("button", { name: "Ask the model for 77…" }).click();
  const question = page.getByRole("dialog", { name: "Ask phrase-model for 77 keyphrases?" });
  await expect(question.getByText(/^4 requests: about \$.*, at most \$/)).toBeVisible();
  await expectAccessible(page);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: test.info().outputPath(`propose-${colorScheme}.png`) });
  }
  await question.getByRole("button", { name: "Ask for 77" }).click();
  await expect(page.getByText(/4 by a model/)).toBeVisible();
  await page.screenshot({ path: test.info().outputPath("proposed.png") });
  await page.getByRole("button", { name: "Discard 4…" }).click();
  await page.getByRole("button", { name: "Discard 4", exact: true }).click();
  await expect(page.getByText(/4 by a model/)).toBeHidden();
  await model.stop();
});
