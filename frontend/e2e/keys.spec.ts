import type { Page } from "@playwright/test";
import { type Desk, expect, test } from "./desk";
import { painted } from "./galley";

const rows = (page: Page) => page.getByRole("row", { name: /^Select (?!all)/ });
const content = async (desk: Desk, item: string) =>
  (JSON.parse(await desk.galley.run("item", "show", item, "--json")) as { content: string })
    .content;

/** A job of three descriptions, on screen. */
async function openJob(page: Page, desk: Desk): Promise<string> {
  await desk.writer("template");
  const id = await desk.job({ field: "description", products: desk.products.slice(0, 3) });
  await page.goto(desk.address(`jobs/${id}`));
  await expect(rows(page)).toHaveCount(3);
  return id;
}

test("Space, D, V, E and Ctrl Z: a draft is looked at, edited, and the edit taken back", async ({
  page,
  desk,
}) => {
  const id = await openJob(page, desk);
  const before = await content(desk, `${id}/1`);
  await page.keyboard.press("Space");
  const dialog = page.getByRole("dialog", { name: /^Preview of/ });
  await expect(dialog.frameLocator("iframe[title=Draft]").locator("body")).not.toBeEmpty();
  await expect(dialog.getByRole("radio", { name: "Marks" })).toBeChecked();
  await page.keyboard.press("d");
  await expect(dialog.getByRole("radio", { name: "Clean" })).toBeChecked();
  await page.keyboard.press("d");
  await expect(dialog.getByRole("radio", { name: "Source" })).toBeChecked();

  const opened = page.context().waitForEvent("page");
  await page.keyboard.press("v");
  await (await opened).close();

  for (const [n, words] of ["One.", "Two."].entries()) {
    // E is for the draft that is on the page.
    await expect(dialog.getByText(new RegExp(`${id}/1, revision ${n + 1}`))).toBeVisible();
    await page.keyboard.press("e");
    await dialog.getByRole("textbox").fill(`<p>${words}</p>`);
    await page.keyboard.press("Control+s");
    await expect.poll(() => content(desk, `${id}/1`)).toBe(`<p>${words}</p>`);
    await expect(dialog.getByRole("textbox")).toBeHidden();
  }
  await page.keyboard.press("Control+z");
  await expect.poll(() => content(desk, `${id}/1`)).toBe("<p>One.</p>");
  await page.keyboard.press("Control+z");
  await expect.poll(() => content(desk, `${id}/1`)).toBe(before);
});

test("1, 2 and 3 answer a note in the margin", async ({ page, desk }) => {
  const id = await openJob(page, desk);
  const claim = "<p>An honest thing. It has a 5-year warranty. Use it daily.</p>";
  const items = [1, 2, 3].map((n) => `${id}/${n}`);
  for (const item of items) {
    await desk.galley.runWith(claim, "item", "edit", item, "--content-file", "-");
  }
  const [first = "", second = "", third = ""] = items;
  const dialog = page.getByRole("dialog", { name: /^Preview of/ });
  const answers = dialog.getByRole("group", { name: "Answers to the note" });

  await test.step("1 takes the sentence out; Ctrl Z puts it back", async () => {
    await page.keyboard.press("Space");
    await expect(answers.getByRole("button", { name: /^Take it out/ })).toBeVisible();
    await painted(page);
    await page.keyboard.press("1");
    await expect.poll(() => content(desk, first)).toBe("<p>An honest thing. Use it daily.</p>");
    await expect(answers).toBeHidden();
    await page.keyboard.press("Control+z");
    await expect.poll(() => content(desk, first)).toBe(claim);
    await expect(answers).toBeVisible();
  });
  await test.step("3 keeps it; Ctrl Z brings the note back", async () => {
    await page.keyboard.press("j");
    await expect(dialog.getByText(`${second}, revision`)).toBeVisible();
    await expect(answers).toBeVisible();
    await painted(page);
    await page.keyboard.press("3");
    await expect(answers).toBeHidden();
    expect(await content(desk, second)).toBe(claim);
    await page.keyboard.press("Control+z");
    await expect(answers).toBeVisible();
  });
  await test.step("2 notes a fact of the shop, which is a source for every draft", async () => {
    await painted(page);
    await page.keyboard.press("2");
    const question = page.getByRole("dialog", { name: /^Add a fact of/ });
    const value = question.getByRole("textbox", { name: "What is true" });
    await expect(value).toHaveValue("5-year warranty");
    await question.getByRole("radio", { name: /^Every product of/ }).check();
    await value.press("Enter");
    await expect(question).toBeHidden();
    await expect(answers).toBeHidden();
    await page.keyboard.press("j");
    await expect(dialog.getByText(`${third}, revision`)).toBeVisible();
    await expect(answers).toBeHidden();
  });
});

test("X, Shift ↓, Ctrl A, Esc, G, A, R, F and Shift R on the rows of a job", async ({
  page,
  desk,
}) => {
  const id = await openJob(page, desk);
  await page.keyboard.press("x");
  await expect(page.getByText("1 selected")).toBeVisible();
  await page.keyboard.press("Shift+ArrowDown");
  await expect(page.getByText("2 selected")).toBeVisible();
  await page.keyboard.press("g");
  const again = page.getByRole("dialog", { name: "Write 2 drafts again?" });
  await again.getByRole("textbox").fill("Shorter.");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("2 drafts written again.")).toBeVisible();
  const shown = JSON.parse(await desk.galley.run("item", "show", `${id}/2`, "--json"));
  expect(shown.revision).toBe(2);

  await page.keyboard.press("Control+a");
  await expect(page.getByText("3 selected")).toBeVisible();
  await page.keyboard.press("a");
  await expect(page.getByRole("button", { name: /^Approved 3/ })).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("button", { name: /^Approved/ })).toBeHidden();
  await page.keyboard.press("Escape");
  await expect(page.getByText("3 selected")).toBeHidden();

  await page.keyboard.press("f");
  await expect(page).toHaveURL(/show=to_review/);
  await page.keyboard.press("f");
  await expect(page).toHaveURL(/show=unpublished/);
  await expect(page.getByRole("button", { name: "Unpublished 3" })).toBeFocused();
  await painted(page);
  await page.keyboard.press("Shift+R");
  await expect(page.getByText("This one has not failed.")).toBeVisible();
});

test("Shift R, and Retry in the row, write a failed item again, and it alone", async ({
  page,
  desk,
}) => {
  await desk.writer("openai");
  const products = desk.products.slice(0, 3);
  desk.endpoint.refuse("");
  const id = await desk.job({ field: "title", products });
  desk.endpoint.refuse(undefined);
  await page.goto(desk.address(`jobs/${id}`));
  await expect(page.getByRole("button", { name: "Failed 3" })).toBeVisible();
  await page.getByRole("grid").focus();
  await painted(page);
  await page.keyboard.press("Shift+R");
  await expect(page.getByRole("button", { name: "Failed 2" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Unpublished 1" })).toBeVisible();
  await page.getByRole("button", { name: `Retry ${products[2]?.title}` }).click();
  await expect(page.getByRole("button", { name: "Failed 1" })).toBeVisible();
});

test("F filters the products, and the job covers those that match", async ({ page, desk }) => {
  await page.goto(desk.address("products"));
  await expect(rows(page)).toHaveCount(12);
  await page.keyboard.press("f");
  const vendors = page.getByRole("group", { name: "Vendor" });
  await expect(page.getByRole("group", { name: "Collection" }).locator("input:focus")).toHaveCount(
    1,
  );
  await vendors.getByRole("checkbox").first().focus();
  await page.keyboard.press("Space");
  await expect(page).toHaveURL(/vendor=/);
  await expect(vendors).toContainText(/1 of \d/);
  await page.keyboard.press("Escape");
  await expect(vendors).toBeHidden();
  await expect(page.getByRole("button", { name: /^Remove the filter Vendor/ })).toBeVisible();
  await expect(rows(page)).not.toHaveCount(12);
  await expect(rows(page)).not.toHaveCount(0);
  const found = await rows(page).count();
  await page.keyboard.press("n");
  const panel = page.getByRole("complementary", { name: "New job" });
  await panel.getByRole("switch").click();
  await expect(
    panel.getByRole("button", { name: new RegExp(`^Write ${found} description`) }),
  ).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /^Remove the filter Vendor/ }).click();
  await expect(rows(page)).toHaveCount(12);
});

test("a selection is kept while filters change, and all of a list stays what it was", {
  tag: "@deep",
}, async ({ page, desk }) => {
  await page.goto(desk.address("products"));
  await expect(rows(page)).toHaveCount(12);
  const selection = page.getByRole("toolbar", { name: "Selection" });
  await page.getByRole("button", { name: /no SEO title$/ }).click();
  await expect(rows(page)).not.toHaveCount(12);
  await expect(rows(page)).not.toHaveCount(0);
  const lacking = await rows(page).count();
  await page.keyboard.press("Control+a");
  await expect(selection).toContainText(`All ${lacking} matching selected`);
  await page.getByRole("button", { name: "Reset the filters" }).click();
  await expect(rows(page)).toHaveCount(12);
  await expect(selection).toContainText(`${lacking} selected`);
  await page.keyboard.press("n");
  const panel = page.getByRole("complementary", { name: "New job" });
  await panel.getByText("SEO title", { exact: true }).click();
  await expect(
    panel.getByRole("button", { name: new RegExp(`^Write ${lacking} SEO`) }),
  ).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
});

test("S in a job's preview goes to the next draft to decide, and says where there is none", async ({
  page,
  desk,
}) => {
  const id = await openJob(page, desk);
  await desk.galley.run("item", "approve", `${id}/2`);
  await page.keyboard.press("Space");
  const dialog = page.getByRole("dialog", { name: /^Preview of/ });
  await expect(dialog.getByText(`${id}/1, revision`)).toBeVisible();
  await page.keyboard.press("s");
  await expect(dialog.getByText(`${id}/3, revision`)).toBeVisible();
  await page.keyboard.press("s");
  await expect(page.getByText("There are no more drafts to decide after this one.")).toBeVisible();
  const shown = await desk.galley.run("item", "show", `${id}/1`, "--json");
  expect((JSON.parse(shown) as { decision: string }).decision).toBe("open");
});
