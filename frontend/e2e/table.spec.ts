import type { Page } from "@playwright/test";
import { type Desk, expect, test } from "./desk";
import { painted } from "./galley";
import { violations } from "./violations";

interface Draft {
  content: string;
  revision: number;
}

async function drafts(desk: Desk, job: string): Promise<Draft[]> {
  const shown = JSON.parse(await desk.galley.run("job", "show", job, "--items", "--json"));
  return (shown as { items: Draft[] }).items;
}

async function openTable(page: Page, desk: Desk, field: string) {
  await desk.writer("template");
  const job = await desk.job({ field, products: desk.products.slice(0, 4), unseen: true });
  await page.goto(desk.address(`jobs/${job}`));
  await expect(page.getByRole("row").nth(4)).toBeVisible();
  await painted(page);
  await page.keyboard.press("t");
  const grid = page.getByRole("grid", { name: /^Table of/ });
  await expect(grid.getByRole("row").nth(4)).toBeVisible();
  await grid.focus();
  return { job, grid, cell: page.getByRole("textbox", { name: /^Edit the draft of/ }) };
}

/** Pastes a text as a spreadsheet copies it. */
async function paste(page: Page, text: string) {
  await page.evaluate((clip) => {
    const data = new DataTransfer();
    data.setData("text/plain", clip);
    const paste = new ClipboardEvent("paste", {
      clipboardData: data,
      bubbles: true,
      cancelable: true,
    });
    document.activeElement?.dispatchEvent(paste);
  }, text);
}

test("short texts are typed in their cells, pasted as a column, replaced, and taken back", async ({
  page,
  desk,
}) => {
  const { job, grid, cell } = await openTable(page, desk, "meta_description");
  await expect(page).toHaveURL(/view=table/);
  const before = await drafts(desk, job);
  const texts = async () => (await drafts(desk, job)).map(({ content }) => content);

  await test.step("Enter begins, the length moves, Enter saves and goes down", async () => {
    await page.keyboard.press("Enter");
    await expect(cell).toHaveValue(before[0]?.content ?? "");
    await cell.fill("A short text of seven words in all.");
    await expect(grid.locator("[data-editing]").getByText("35 of 156")).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(cell).toHaveValue(before[1]?.content ?? "");
    await page.keyboard.type(" Nonsense");
    await page.keyboard.press("Escape");
    await expect(cell).toBeHidden();
    await expect
      .poll(texts)
      .toEqual([
        "A short text of seven words in all.",
        ...before.slice(1).map(({ content }) => content),
      ]);
  });

  await test.step("a column shows what changes before it is saved", async () => {
    await grid.focus();
    await paste(page, 'First\tx\r\n\r\n"Second ""2"""\tx\r\n');
    const dialog = page.getByRole("dialog", { name: "Paste 3 cells" });
    await expect(dialog.getByText(/^2 columns were copied/)).toBeVisible();
    await dialog.getByRole("button", { name: "Save 2 texts" }).click();
    await expect(dialog).toBeHidden();
    await expect
      .poll(async () => (await texts()).filter((text) => /^(First|Second "2")$/.test(text)))
      .toHaveLength(2);
  });

  await test.step("words are replaced in all drafts, with a diff, and Ctrl Z takes it back", async () => {
    const pasted = await texts();
    await page.keyboard.press("Control+h");
    const dialog = page.getByRole("dialog", { name: /^Find and replace in all 4 drafts/ });
    await expect(dialog.getByLabel("Find", { exact: true })).toBeFocused();
    await page.keyboard.type("first");
    await dialog.getByLabel("Replace with").fill("Primary");
    await expect(dialog.locator("del")).toHaveText("First");
    await expect(dialog.locator("ins")).toHaveText("Primary");
    await dialog.getByRole("button", { name: "Replace in 1 draft" }).click();
    await expect(dialog).toBeHidden();
    await expect.poll(texts).toContain("Primary");
    await grid.focus();
    await page.keyboard.press("Control+z");
    await expect.poll(texts).toEqual(pasted);
  });

  await page.keyboard.press("t");
  await expect(page).not.toHaveURL(/view=table/);
});

test("another's change is not overwritten, and a row that is edited keeps its place", {
  tag: "@deep",
}, async ({ page, desk }) => {
  const { job, grid, cell } = await openTable(page, desk, "seo_title");
  await page.getByRole("group", { name: "Quick filters" }).getByText("to review").click();
  await expect(page).toHaveURL(/show=to_review/);
  await expect(grid.getByRole("row").nth(1)).toBeVisible();
  await grid.focus();
  const first = await grid.getByRole("row").nth(1).getAttribute("id");
  await page.keyboard.press("Enter");
  expect(await violations(page)).toEqual([]);
  await cell.fill("My own title");
  await desk.galley.runWith("Their title", "item", "edit", `${job}/1`, "--content-file", "-");
  await expect(grid.getByText("Their title")).toBeVisible();
  await expect(cell).toHaveValue("My own title");
  await page.keyboard.press("Enter");
  await expect(grid.getByRole("button", { name: "Save mine over it" })).toBeVisible();
  await expect(grid.getByRole("row").nth(1)).toHaveAttribute("id", first ?? "");
  expect((await drafts(desk, job))[0]?.content).toBe("Their title");
  await grid.getByRole("button", { name: "Save mine over it" }).click();
  await expect.poll(async () => (await drafts(desk, job))[0]?.content).toBe("My own title");
  await grid.focus();
  await page.keyboard.press("Control+h");
  await page.getByLabel("Find", { exact: true }).fill("title");
  await expect(page.getByRole("button", { name: /^Replace in/ })).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test("a narrowed table shows, selects and replaces only what passes the narrowing", async ({
  page,
  desk,
}) => {
  await desk.writer("template");
  const job = await desk.job({ field: "seo_title", products: desk.products.slice(0, 6) });
  await page.goto(desk.address(`jobs/${job}?view=table`));
  const grid = page.getByRole("grid", { name: /^Table of/ });
  await expect(grid.getByRole("row").nth(6)).toBeVisible();
  await painted(page);
  const before = await drafts(desk, job);

  await page.keyboard.press("Shift+f");
  await page.getByRole("group", { name: "Vendor" }).getByRole("checkbox").first().check();
  await expect(page).toHaveURL(/vendor=/);
  await page.keyboard.press("Escape");
  await expect(grid.getByRole("row").nth(6)).toBeHidden();
  const shown = (await grid.getByRole("row").count()) - 1;
  expect(shown).toBeGreaterThan(0);
  await page.reload();
  await expect(page).toHaveURL(/view=table/);
  await expect(grid.getByRole("row")).toHaveCount(shown + 1);
  await painted(page);

  await grid.focus();
  await page.keyboard.press("Control+a");
  await expect(page.getByText(`${shown} selected`)).toBeVisible();
  await page.keyboard.press("Control+h");
  const dialog = page.getByRole("dialog", { name: /^Find and replace/ });
  await dialog.getByLabel("Find", { exact: true }).fill("e");
  await dialog.getByLabel("Replace with").fill("ZZ");
  await dialog.getByRole("checkbox", { name: "Whole words" }).uncheck();
  const replace = dialog.getByRole("button", { name: /^Replace in \d/ });
  await expect(replace).toHaveText(new RegExp(`^Replace in ${shown} draft`));
  await replace.click();
  await expect(dialog).toBeHidden();
  const changed = async () =>
    (await drafts(desk, job)).filter(({ content }, i) => content !== before[i]?.content).length;
  await expect.poll(changed).toBe(shown);

  await test.step("without the narrowing all are there, and Ctrl Z takes back just those", async () => {
    await page.getByRole("button", { name: "Reset the filters" }).click();
    await expect(grid.getByRole("row").nth(6)).toBeVisible();
    await grid.focus();
    await page.keyboard.press("Control+z");
    await expect.poll(changed).toBe(0);
  });
});

test("no button in a job's head is cut in the smallest window", async ({ page, desk }) => {
  await desk.writer("template");
  const job = await desk.job({ field: "seo_title", products: desk.products.slice(0, 4) });
  await desk.galley.run("item", "approve", `${job}/1`);
  await page.setViewportSize({ width: 1000, height: 640 });
  await page.goto(desk.address(`jobs/${job}`));
  await expect(page.getByRole("button", { name: /^Publish approved 1/ })).toBeVisible();
  await painted(page);
  for (const name of [/^Find and replace/, /^Publish approved/, /^Publish All/]) {
    const cut = await page.getByRole("button", { name }).evaluate((button) =>
      // A name that is left out is in the tooltip.
      [button, ...button.querySelectorAll("*:not([data-name])")].some(
        (part) => part.scrollWidth > part.clientWidth + 1 && part.clientWidth > 0,
      ),
    );
    expect(cut, String(name)).toBe(false);
  }
  await test.step("a button left to its mark has its name as a tooltip, and no other has one", async () => {
    const find = page.getByRole("button", { name: /^Find and replace/ });
    const table = page.locator("label", { hasText: "Table" });
    await find.hover();
    await table.hover();
    await expect(find).toHaveAttribute("title", "Find and replace…");
    await expect(table).toHaveAttribute("title", "Table");
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.getByRole("button", { name: /^Publish All/ }).hover();
    await find.hover();
    await expect(find).not.toHaveAttribute("title", /./);
  });
});
