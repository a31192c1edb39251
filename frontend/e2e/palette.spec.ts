import { expect, openDemoShop, painted, test } from "./galley";

test("the palette presses what the page offers and finds products of all shops; a row has a menu", async ({
  page,
  galley,
}) => {
  await openDemoShop(page, galley);
  await expect(page.getByRole("row").nth(3)).toBeVisible();
  await painted(page);
  const open = async () => {
    await page.keyboard.press("Control+k");
    await expect(page.getByRole("combobox", { name: /^Shop, product/ })).toBeFocused();
  };

  await open();
  await page.keyboard.type("theme dark");
  await expect(page.getByRole("option", { selected: true })).toHaveText("Theme: dark");
  await page.keyboard.press("Enter");
  await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", "dark");

  await open();
  await page.keyboard.type("have no SEO");
  await expect(page.getByRole("option", { selected: true })).toContainText("have no SEO title");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/without=/);

  for (const [words, found] of [
    ["writer", "Choose who writes"],
    ["spend cap", "Go to settings"],
    ["sync", "Sync Demo shop"],
    ["conflict", "Show what is in conflict"],
  ] as const) {
    await open();
    await page.keyboard.type(words);
    await expect(page.getByRole("option", { name: found }).first()).toBeVisible();
    await page.keyboard.press("Escape");
  }

  await open();
  await page.keyboard.type("brass ruler");
  await expect(page.getByRole("option", { name: /Brass Ruler/i }).first()).toBeVisible();
  await page.keyboard.press("Escape");

  await open();
  const keyed = page.getByRole("option", { name: /New job/ });
  await expect(keyed.first()).toContainText("N");
  await page.keyboard.press("Escape");

  await page.getByRole("grid").focus();
  await page.keyboard.press("End");
  await page.keyboard.press("Home");
  await page.keyboard.press("Shift+F10");
  const menu = page.getByRole("menu");
  await expect(menu.getByRole("menuitem", { name: /Select or deselect/ })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(menu).toBeHidden();
  const second = page.getByRole("row").nth(2);
  await second.click({ button: "right" });
  await menu.getByRole("menuitem", { name: /Select or deselect/ }).click();
  await expect(second).toHaveAttribute("aria-selected", "true");
});

test("a job is found by its name or number among many that are called alike, archived too", async ({
  page,
  galley,
}) => {
  await openDemoShop(page, galley);
  const numbers: string[] = [];
  for (let n = 1; n <= 12; n++) {
    const made = ["job", "create", "demo", "--field", "title", "--all", "--sample", "1", "--wait"];
    const { id } = JSON.parse(await galley.run(...made, "--json")) as { id: string };
    await galley.run("job", "rename", id, n > 10 ? "Spring lamps" : `Spring lamps ${13 - n}`);
    numbers.push(id);
  }
  const [, second = ""] = numbers;
  await galley.run("job", "archive", second); // Spring lamps 11
  await page.reload();
  await expect(page.getByRole("row").nth(3)).toBeVisible();
  const first = page.getByRole("listbox", { name: "Found" }).getByRole("option").first();
  for (const [typed, job] of [
    ["spring lamps 3", `${numbers[9]} Spring lamps 3`],
    ["spring lamps 11", `${second} Spring lamps 11`],
    [`job ${numbers[0]}`, `${numbers[0]} Spring lamps 12`],
  ] as const) {
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox", { name: /^Shop, product/ }).fill(typed);
    await expect(first).toContainText(job);
    await page.keyboard.press("Escape");
  }
});
