import { expect, openDemoShop, test, writeAll } from "./galley";
import { violations } from "./violations";

for (const theme of ["light", "dark"] as const) {
  test(`axe finds nothing on any page, ${theme}`, async ({ page, galley }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    const check = async (name: string) => {
      await test.step(name, async () => {
        expect(await violations(page)).toEqual([]);
      });
    };
    await page.goto(galley.url);
    await expect(page.getByRole("button", { name: /Open the demo shop/ })).toBeVisible();
    await check("welcome");
    await openDemoShop(page, { ...galley, url: page.url() });
    await page.getByRole("row", { name: /Brass Ruler/ }).click();
    await check("products with a selection");
    await page.keyboard.press("n");
    await expect(page.getByRole("button", { name: /^Write/ })).toBeVisible();
    await check("new job");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await writeAll(page, "Description");
    await page.keyboard.press("x");
    await check("job with a selection");
    await page.keyboard.press("Space");
    await expect(page.getByText("SEO score")).toBeVisible();
    await check("preview");
    await page.keyboard.press("e");
    await check("preview, editing");
    await page.getByRole("textbox", { name: "Edit the draft" }).fill("<p>By hand.</p>");
    await page.keyboard.press("Control+s");
    await page.getByRole("button", { name: /2 revisions/ }).click();
    await expect(page.getByRole("dialog", { name: /^Revisions of/ })).toBeVisible();
    await check("revisions");
    await page.keyboard.press("Escape");
    await page.keyboard.press("p");
    await expect(page.getByText("You can undo this later.")).toBeVisible();
    await check("question");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await page
      .getByRole("row", { name: /Brass Ruler/ })
      .getByRole("button")
      .first()
      .click();
    await page.getByRole("textbox", { name: "Meta description" }).fill("Changed");
    await expect(page.getByRole("toolbar", { name: "Formatting" })).toBeVisible();
    await check("product editor, changed");
    await page.getByText("Source", { exact: true }).click();
    await check("product editor, source");
    await page.keyboard.press("Control+s");
    await expect(page.getByRole("dialog", { name: /^Publish/ })).toBeVisible();
    await check("product editor, question");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Discard" }).click();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Jobs", exact: true }).click();
    await expect(page.getByRole("row", { name: /100 %/ })).toBeVisible();
    await check("jobs");
    await page.getByRole("link", { name: "Activity" }).click();
    await expect(page.getByText("Nothing was written to this shop yet.")).toBeVisible();
    await check("activity, empty");
    await page.getByRole("link", { name: "Settings" }).click();
    await expect(page.getByRole("heading", { name: "Writer" })).toBeVisible();
    await check("settings");
    await page.getByText("Model endpoint").click();
    await check("settings, changed");
    await page.getByRole("link", { name: /All shops/ }).click();
    await check("shops");
    await page.getByRole("button", { name: "Add a shop" }).click();
    await check("add a shop");
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
    await check("keys");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+k");
    await page.keyboard.type("s");
    await expect(
      page.getByRole("listbox", { name: "Found" }).getByRole("option").first(),
    ).toBeVisible();
    await check("palette");
  });
}
