import { expect, openDemoShop, test } from "./galley";

test("texts typed in the product editor outlive the page, and are offered again", async ({
  page,
  galley,
  context,
}) => {
  await openDemoShop(page, galley);
  await page
    .getByRole("row", { name: /Brass Ruler/ })
    .getByRole("button")
    .first()
    .click();
  const title = page.getByRole("textbox", { name: "SEO title" });
  await expect(title).toBeVisible();
  const address = page.url();
  const before = await title.inputValue();

  await title.fill("A ruler, half wri");
  await title.press("t"); // the page is gone before the pause after which it is kept
  await page.evaluate(() => window.dispatchEvent(new Event("pagehide")));
  const again = await context.newPage();
  await page.close({ runBeforeUnload: false });

  await again.goto(address.replace(/products\/.*/, "jobs"));
  const strip = again.getByText("Texts of “Brass Ruler” were typed and not saved.");
  await expect(strip).toBeVisible();
  await again.getByRole("button", { name: "Open it" }).click();
  await expect(again).toHaveURL(address);
  await expect(strip).toBeHidden(); // the editor says it
  const band = again.getByRole("region", { name: "Texts that were typed and not saved" });
  await expect(band).toContainText(/typed a text here at .* and did not save it/);
  const field = again.getByRole("textbox", { name: "SEO title" });
  await expect(field).toHaveValue(before); // never silently
  if (process.env.SHOTS) await again.screenshot({ path: `${process.env.SHOTS}/typed-band.png` });
  await band.getByRole("button", { name: "Continue with it" }).click();
  await expect(field).toHaveValue("A ruler, half writ");
  await expect(band).toBeHidden();
  await expect(again.getByText("1 change not saved")).toBeVisible();

  await test.step("leaving without saving gives it up", async () => {
    await again.getByRole("button", { name: "Back", exact: true }).click();
    await again.getByRole("dialog").getByRole("button", { name: "Leave without saving" }).click();
    await expect(field).toBeHidden();
    await again.goto("about:blank");
    await again.goto(address);
    await expect(field).toHaveValue(before);
    await expect(band).toBeHidden();
  });
});
