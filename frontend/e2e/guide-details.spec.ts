import { type Desk, expect, test } from "./desk";
import { expectAccessible } from "./violations";

test.afterEach(({ page }) => expectAccessible(page));

/** A job of four: one published, one failed, two to review. */
async function mixedJob(desk: Desk): Promise<string> {
  await desk.writer("openai");
  const some = desk.products.slice(4, 8);
  desk.endpoint.refuse(some[3]?.title);
  const id = await desk.job({ field: "description", products: some, instructions: "Say little." });
  desk.endpoint.refuse(undefined);
  await desk.galley.run("publish", id, "--item", `${id}/1`, "--wait");
  return id;
}

test("Job Details", async ({ page, desk }) => {
  const id = await mixedJob(desk);
  const [published, unpublished, , failed] = desk.products.slice(4, 8).map((p) => p.title);
  await page.goto(desk.address(`jobs/${id}`));
  const row = (title = "") => page.getByRole("row", { name: `Select ${title}` });
  const counts = page.getByRole("region", { name: "Counts" });
  const rows = page.getByRole("row", { name: /^Select (?!all)/ });
  await expect(rows).toHaveCount(4);

  await test.step("Overall job status and progress", async () => {
    await expect(page.getByText(/^Completed( with errors)?$/)).toBeVisible();
    await expect(counts.getByText("4 of 4 items completed")).toBeVisible();
    await expect(page.getByText("Review before publish")).toBeVisible();
    await expect(page.getByText("Say little.")).toBeVisible();
  });
  await test.step("Complete list of all items in the job", async () => {
    for (const { title } of desk.products.slice(4, 8)) await expect(row(title)).toBeVisible();
  });
  await test.step("Product Name: Which product was processed", async () => {
    await expect(row(published).getByText(published ?? "", { exact: true })).toBeVisible();
  });
  await test.step("Status: Success or failure; Results for each item", async () => {
    await expect(row(unpublished)).toContainText("Unpublished");
    await expect(row(failed)).toContainText("Failed");
  });
  await test.step("Generated Content: Preview of the draft", async () => {
    await expect(row(unpublished)).toContainText(`${unpublished}, as the picture shows it.`);
    await expect(row(failed)).toContainText("No draft");
  });
  await test.step("Publish Status: Published or unpublished", async () => {
    await expect(row(published).getByText("Published", { exact: true })).toBeVisible();
    await expect(row(unpublished).getByText("Unpublished", { exact: true })).toBeVisible();
  });
  await test.step("Error messages (if applicable)", async () => {
    await expect(row(failed)).toContainText("Not written: the model declined");
  });
  await test.step("Action Buttons: Preview, Publish, View Product", async () => {
    await expect(row(unpublished).getByRole("button", { name: /^Preview/ })).toBeVisible();
    await expect(row(unpublished).getByRole("button", { name: /^Publish…/ })).toBeVisible();
    await expect(row(published).getByRole("button", { name: /^Publish…/ })).toHaveCount(0);
    await row(unpublished)
      .getByRole("button", { name: /^Preview/ })
      .click();
    const opened = page.waitForEvent("popup");
    await page
      .getByRole("dialog")
      .getByRole("button", { name: /^View product/ })
      .click();
    const live = await opened;
    await expect(live.getByRole("heading", { level: 1 })).toHaveText(unpublished ?? "");
    await live.close();
    await page.keyboard.press("Escape");
  });
  await test.step("Total Items, Successful, Failed, Published, Pending Review", async () => {
    for (const [name, n] of [
      ["Total", 4],
      ["Successful", 3],
      ["Failed", 1],
      ["Published", 1],
      ["Pending review", 2],
    ] as const) {
      const figure = counts.getByText(name, { exact: true }).first().locator("xpath=..");
      await expect(figure).toContainText(`${name}${n}`);
    }
  });
});

test("Published vs Unpublished Items, and Filtering Results", async ({ page, desk }) => {
  const id = await mixedJob(desk);
  await page.goto(desk.address(`jobs/${id}`));
  const rows = page.getByRole("row", { name: /^Select (?!all)/ });
  const tone = (word: string) =>
    rows.getByText(word, { exact: true }).first().locator("xpath=..").getAttribute("data-tone");
  await expect(rows).toHaveCount(4);

  await test.step("Published: Content is live on Shopify (green checkmark)", async () => {
    expect(await tone("Published")).toBe("ok");
    expect(await desk.shop.description(desk.products[4]?.handle ?? "")).toContain(
      "as the picture shows it",
    );
  });
  await test.step("Unpublished: Content generated but not published yet (yellow)", async () => {
    expect(await tone("Unpublished")).toBe("wait");
    expect(await desk.shop.description(desk.products[5]?.handle ?? "")).not.toContain(
      "as the picture shows it",
    );
  });
  await test.step("Failed: Generation failed (error icon)", async () => {
    expect(await tone("Failed")).toBe("bad");
    await expect(rows.filter({ hasText: "Failed" }).locator("svg").first()).toBeVisible();
  });
  for (const [name, show, expected] of [
    ["Unpublished", "unpublished", 2],
    ["Published", "published", 1],
    ["Failed", "failed", 1],
  ] as const) {
    await test.step(`View only ${show} items`, async () => {
      await page.getByRole("button", { name: `${name} ${expected}`, exact: true }).click();
      await expect(page).toHaveURL(new RegExp(`show=${show}`));
      await expect(rows).toHaveCount(expected);
      await expect(rows.filter({ hasText: name })).toHaveCount(expected);
    });
  }
});
