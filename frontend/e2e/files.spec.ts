import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, test, writeAll } from "./galley";
import { confirmAll } from "./publishAll";
import { expectAccessible } from "./violations";

const CSV = `Handle,Title,Body (HTML),Vendor,Type,Status,Option1 Name,Option1 Value,Variant Price,SEO Title,SEO Description
lamp,Oak lamp,<p>A lamp of oak.</p>,Aldermill,Lamp,active,Title,Default Title,84.00
mug,Blue mug,<p>A mug.</p>,Kiln,Mug,active,Title,Default Title,9.50
`;

/** A newer export of the same shop: the mug is gone, a vase is new. */
const NEWER = CSV.replace(
  /^mug,Blue mug.*$/m,
  "vase,Tall vase,<p>A vase.</p>,Kiln,Vase,active,Title,Default Title,30.00,",
);

function file(name: string, text: string | Buffer) {
  return { name, mimeType: "text/csv", buffer: Buffer.from(text) };
}

async function choose(page: Page, press: () => Promise<void>, given: ReturnType<typeof file>) {
  const chooser = page.waitForEvent("filechooser");
  await press();
  await (await chooser).setFiles(given);
}

test("Open a product export: write, review, publish, and save a file for the product import", async ({
  page,
  galley,
}) => {
  await page.goto(galley.url);
  await expect(page.getByRole("button", { name: /^Choose a file/ })).toBeVisible();

  const another = () => page.getByRole("button", { name: "Choose another file…" }).click();
  await test.step("a file that is no export is refused with file, line and reason", async () => {
    await choose(
      page,
      () => page.keyboard.press("3"),
      file("broken.csv", "Name,Title\nlamp,Oak lamp\n"),
    );
    await expect(page.getByText(/broken\.csv.*line \d+/).first()).toBeVisible();
    await choose(page, another, file("orders.csv", "Name,Lineitem quantity\n#1,2\n"));
    await expect(page.getByText(/seems to be an export of orders/).first()).toBeVisible();
    await expect(page.getByRole("button", { name: /^Open 0 products/ })).toBeDisabled();
  });

  await test.step("an export opens as a shop", async () => {
    await choose(page, another, file("range.csv", CSV));
    await expect(page.getByText("Alt text is unknown,")).toBeVisible();
    await page.getByRole("button", { name: /^Open 2 products/ }).click();
    await expect(page.getByRole("row", { name: /Oak lamp/ })).toBeVisible();
  });

  await test.step("publishing collects, and says so", async () => {
    await writeAll(page, "SEO title");
    await page.keyboard.press("Control+Shift+P");
    const question = page.getByRole("dialog", {
      name: /^Collect SEO titles for the file of range/,
    });
    await expect(question).toContainText("They are collected for the file");
    await confirmAll(page, /^Collect 2$/);
    await expect(page.getByRole("button", { name: /^Collected for the file 2/ })).toBeVisible();
  });

  const saved = async () => {
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: /^Export range/ }).click();
    const done = await download;
    expect(done.suggestedFilename()).toBe("range texts.csv");
    const steps = page.getByRole("dialog", { name: "Import this file in Shopify’s admin" });
    await expect(steps).toContainText(/The texts of \d products? (?:are|is) in range texts\.csv\./);
    await expect(steps.getByRole("listitem")).toHaveCount(3);
    await steps.getByRole("button", { name: "Close" }).click();
    return readFileSync(await done.path(), "utf8");
  };
  await test.step("Export… on the job", async () => {
    const text = await saved();
    expect(text.split("\n")[0]).toBe("Handle,Title,SEO Title");
    expect(text).toMatch(/^lamp,Oak lamp,.+$/m);
  });
  await test.step("Export… on the list of shops", async () => {
    await page.getByRole("link", { name: /All shops/ }).click();
    expect(await saved()).toContain("mug,Blue mug,");
  });

  await test.step("a newer export takes the place of the file, after its effects are shown", async () => {
    const more = page.getByRole("button", { name: "More for range" });
    await more.click();
    const press = () => page.getByRole("menuitem", { name: /^Replace by a newer export/ }).click();
    await choose(page, press, file("november.csv", NEWER));
    const question = page.getByRole("dialog", { name: "Replace the file of range?" });
    await expect(question).toContainText("1 product matched by handle");
    await expect(question).toContainText("1 new.");
    await question.getByText("List the 1").click();
    await expect(question).toContainText("Blue mug");
    await expectAccessible(page);
    await question.getByRole("button", { name: "Replace with 2 products" }).click();
    await expect(page.getByText("november.csv", { exact: true })).toBeVisible();
    await expect(question).toBeHidden();
  });

  await test.step("a shop has another name", async () => {
    await page.getByRole("button", { name: "More for range" }).click();
    await page.getByRole("menuitem", { name: /^Rename/ }).press("Enter");
    const question = page.getByRole("dialog", { name: "Rename range" });
    await question.getByLabel("Name of the shop in Galley").fill("Ostra Garden");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: "More for Ostra Garden" })).toBeVisible();
  });

  await test.step("the file opens as a shop of its own, from Add a shop", async () => {
    await page.getByRole("button", { name: "Add a shop" }).click();
    const panel = page.getByRole("complementary", { name: "Add a shop" });
    await panel.getByText("Product export").click();
    const press = () => panel.getByRole("button", { name: "Choose a file…" }).click();
    await panel.getByRole("textbox", { name: "Name" }).fill("second");
    await choose(page, press, file("products_export_1.csv", CSV));
    await expect(page.getByRole("textbox", { name: "Shop name" })).toHaveValue("second");
    await page.getByRole("button", { name: /^Open 2 products/ }).click();
    await expect(page.getByRole("row", { name: /Blue mug/ })).toBeVisible();
  });

  await test.step("with nothing published there is nothing to export", async () => {
    await page.getByRole("link", { name: /All 2 shops/ }).click();
    await page.getByRole("button", { name: /^Export second/ }).click();
    await expect(page.getByText(/^Nothing to export/)).toBeVisible();
  });
});

const GERMAN = [
  "sep=;",
  "Handle;Titel;Body HTML;Status;Variant Price;Variant Grams;Image Src;Image Position;Image Alt Text;Kurztext",
  ...Array.from({ length: 12 }, (_, n) =>
    [
      `gartenbank-${n}`,
      `Gartenbank „Moosgrün ${n}“, geölte Lärche`,
      n % 3 ? "<p>Lärche; 150 cm.</p>" : "",
      n % 2 ? "Aktiv" : "Entwurf",
      n === 4 ? "auf Anfrage" : "1.249,90",
      n > 8 ? "∞" : "12500",
      `https://cdn.example/${n}.jpg`,
      n === 5 ? "zweites" : "1",
      "",
      "Eine Bank für den Garten, die auch ohne Öl viele Jahre hält.",
    ].join(";"),
  ),
  ";Rankhilfe;;;9,90;;;;;",
  'tisch;Tisch "rund";<p>Eiche.</p>;Aktiv;89,00;;;;;',
  "",
].join("\r\n");

const windows1252 = (text: string) =>
  Buffer.from(
    text.replaceAll("„", "\x84").replaceAll("“", "\x93").replaceAll("∞", "k.A."),
    "latin1",
  );

test(
  "A spreadsheet from Germany is read as it is, and its encoding is asked for",
  {
    tag: "@deep",
  },
  async ({ page, galley }, info) => {
    await page.goto(galley.url);
    await page.getByRole("button", { name: /^Choose a file/ }).waitFor();
    await choose(
      page,
      () => page.keyboard.press("3"),
      file("Gartenhaus Export.csv", windows1252(GERMAN)),
    );
    await expect(page.getByText("Semicolon")).toBeVisible();
    await expect(page.getByText("“1.249,90” is 1249.90")).toBeVisible();
    await expect(page.getByText("a guess: look at the line below")).toBeVisible();
    await expect(page.getByText("Gartenbank „Moosgrün 0“, geölte Lärche")).toBeVisible();
    await expect(page.getByRole("row", { name: /Variant Price auf Anfrage/ })).toBeVisible();
    await expect(page.getByRole("row", { name: /Kurztext Looks like copy/ })).toBeVisible();
    for (const scheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
      await expectAccessible(page);
      await page.screenshot({ path: info.outputPath(`opening-${scheme}.png`) });
    }
    const characters = page.getByRole("combobox", { name: "Characters" });
    await characters.selectOption("macintosh");
    await expect(page.getByText("Gartenbank „Moosgrün 0“, geölte Lärche")).toBeHidden();
    await expect(page.getByText("chosen by you")).toBeVisible();
    await characters.selectOption("windows-1252");
    await expect(page.getByText("Gartenbank „Moosgrün 0“, geölte Lärche")).toBeVisible();
    await page.getByRole("textbox", { name: "Shop name" }).fill("Gartenhaus");
    await page.keyboard.press("Control+Enter");
    await expect(page.getByRole("row", { name: /Moosgrün 3/ })).toBeVisible();
    await expect(page.getByText("Gartenhaus").first()).toBeVisible();
  },
);

test("Esc on the page of a product file leads back, and nothing is kept", { tag: "@deep" }, async ({
  page,
  galley,
}) => {
  await page.goto(galley.url);
  await page.getByRole("button", { name: /^Choose a file/ }).waitFor();
  await choose(page, () => page.keyboard.press("3"), file("range.csv", CSV));
  await expect(page.getByRole("button", { name: /^Open 2 products/ })).toBeEnabled();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: /^Choose a file/ })).toBeVisible();
});
