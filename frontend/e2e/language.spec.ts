import { expect, painted, test } from "./galley";
import { buildForeign, corpus, leftInEnglish, serveForeign } from "./language";

test("Every string is in one catalogue: in another language no page has English left", async ({
  page,
  galley,
}) => {
  const foreign = await buildForeign();
  try {
    // The address with the token signs in; after it the pages come from the other build.
    await page.request.get(galley.url);
    await serveForeign(page, foreign.folder);
    const known = corpus(page);
    const { origin } = new URL(galley.url);
    const check = (name: string) =>
      test.step(name, () => expect.poll(() => leftInEnglish(page, known)).toEqual([]));
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    const dialog = page.getByRole("dialog");
    const rows = page.locator("[role=row] input[type=checkbox]");

    await page.goto(`${origin}/`);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("ｐｒｏｏｆ");
    await check("first page");
    await press("1");
    await expect(rows.nth(5)).toBeVisible();
    known.add("112productsonlyempty"); // the heading of the first job: its number and its name
    await check("the first drafts");
    const shop = /#\/s\/([^/]+)/.exec(page.url())?.[1] ?? "";
    const go = (to: string) => page.goto(`${origin}/#/s/${shop}/${to}`);
    const job = await galley.run(
      "job",
      "create",
      shop,
      "--field",
      "description",
      "--all",
      "--wait",
      "--json",
    );
    const { id } = JSON.parse(job) as { id: string };
    await galley.run("publish", id, "--item", `${id}/4`, "--wait");
    await galley.run("item", "reject", `${id}/5`);

    known.add(`${id}Allproducts`); // the heading of a job: its number and its name
    known.add(`Demoshop${id}Allproducts`); // the same in the head of a draft, with its shop

    await go("products");
    await expect(rows.nth(5)).toBeVisible();
    await check("products");
    await press("f");
    await expect(page.locator("fieldset input[type=checkbox]").first()).toBeVisible();
    await check("filters");
    await press("Escape", "Control+a");
    await check("products, all selected");
    await press("n");
    await expect(page.getByRole("complementary")).toBeVisible();
    await check("new job");
    await go("products?q=nothing-of-the-kind");
    await expect(rows).toHaveCount(0);
    known.add("nothingofthekind");
    await check("no product");
    await go("jobs");
    await expect(page.getByRole("grid")).toBeVisible();
    await check("jobs");
    await go("profile");
    await expect(page.locator("#profile-voice")).toBeVisible();
    await check("profile");
    await page.locator("#profile-voice").fill("Calm.");
    known.add("Calm");
    await check("profile, changed");
    await press("Control+s");
    await expect(page.getByRole("toolbar")).toHaveCount(0);
    await go("jobs?show=failures");
    await check("no job");
    await go(`jobs/${id}`);
    await expect(rows.nth(5)).toBeVisible();
    await press("x");
    await check("job, one selected");
    await go(`jobs/${id}?show=conflict`);
    await check("no item");
    await go(`jobs/${id}/2`);
    await expect(dialog.getByRole("heading", { level: 3 }).first()).toBeVisible();
    await check("preview");
    await press("p");
    await expect(dialog.nth(1)).toBeVisible();
    await check("question");
    await press("Escape", "e");
    await dialog.getByRole("textbox").fill("The best lamp in the world.");
    await press("Control+s");
    await expect(dialog.getByRole("textbox")).toBeHidden();
    known.add("Thebestlampintheworld");
    await check("preview with a note");
    await painted(page);
    await press("2");
    await expect(dialog.nth(1)).toBeVisible();
    await check("fact");
    await press("Escape");
    await expect(dialog).toHaveCount(1);
    await press("g");
    await expect(dialog.nth(1)).toBeVisible();
    await check("written again");
    await press("Escape");
    await expect(dialog).toHaveCount(1);
    await press("h");
    await expect(page.getByRole("dialog").nth(1)).toBeVisible();
    await check("revisions");
    await go(`products/brass-ruler-15`);
    await expect(page.getByRole("toolbar")).toBeVisible();
    await check("product");
    await page.goto(`${origin}/#/settings`);
    await expect(page.getByRole("radiogroup").first()).toBeVisible();
    await check("settings");
    await page.locator("label", { hasText: "ｅｎｄｐｏｉｎｔ" }).first().click();
    known.add("http12700111434v1"); // an address, by way of example
    await check("settings, changed");
    await page.goto(`${origin}/#/shops?add=true`);
    await expect(page.getByRole("complementary")).toBeVisible();
    await check("shops");
    await page.goto(`${origin}/#/no/such/page`);
    await check("no such page");
    await go("jobs");
    await expect(page.getByRole("grid")).toBeVisible();
    await press("?");
    await expect(dialog).toBeVisible();
    await check("keys");
    await press("Escape", "Control+k");
    await expect(page.getByRole("combobox")).toBeFocused();
    await check("palette");
  } finally {
    await foreign.remove();
  }
});
