import { expect, openDemoShop, test } from "./galley";

test("Custom instructions, proven templates: saved by name, picked again, kept by their jobs", async ({
  page,
  galley,
}) => {
  await openDemoShop(page, galley);
  const panel = page.getByRole("complementary", { name: "New job" });
  const start = async () => {
    await panel.getByRole("switch", { name: "Only where it is empty" }).click();
    await panel.getByRole("button", { name: /^Write \d+/ }).click();
    await expect(page.getByText("Completed", { exact: true })).toBeVisible();
  };

  await test.step("typed words are saved by name", async () => {
    await page.keyboard.press("n");
    await panel.getByLabel("Instructions", { exact: true }).fill("Short sentences. No questions.");
    await panel.getByRole("button", { name: "Save instructions…" }).click();
    const dialog = page.getByRole("dialog", { name: "Save instructions" });
    await expect(dialog.getByLabel("Name")).toBeFocused();
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(dialog.getByText("Enter a name.")).toBeVisible();
    await dialog.getByLabel("Name").fill("House voice");
    await dialog.getByText("All shops").click();
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(panel.getByText("Saved as “House voice”.")).toBeVisible();
    await start();
  });

  await test.step("the job shows the name, and its words one key away", async () => {
    await expect(page.getByRole("button", { name: "House voice" })).toBeVisible();
    await page.keyboard.press("i");
    const words = page.getByRole("dialog", { name: /^Instructions of job/ });
    await expect(words).toContainText("Short sentences. No questions.");
    await page.keyboard.press("Escape");
    await expect(words).toBeHidden();
  });

  await test.step("editing a saved one changes no job", async () => {
    await page.getByRole("link", { name: "Settings" }).click();
    await page.getByRole("button", { name: "Edit House voice…" }).click();
    const dialog = page.getByRole("dialog", { name: "Edit “House voice”" });
    await dialog.getByLabel("Words").fill("Long sentences.");
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByText("Long sentences.")).toBeVisible();
    await page.goBack();
    // Settings has buttons of that name too, and is on the screen until the job is.
    await page.getByRole("button", { name: "House voice", exact: true }).click();
    await expect(page.getByRole("dialog")).toContainText("Short sentences. No questions.");
    await page.keyboard.press("Escape");
  });

  await test.step("picked again in New job; changed words lose the name", async () => {
    await page.keyboard.press("n");
    await panel.getByLabel("Saved instructions").selectOption({ label: "House voice (all shops)" });
    await expect(panel.getByLabel("Instructions", { exact: true })).toHaveValue("Long sentences.");
    await panel.getByLabel("Instructions", { exact: true }).fill("Other words.");
    await expect(
      panel.getByText(/no longer the instructions saved as “House voice”/),
    ).toBeVisible();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
  });

  await test.step("deleted, the job keeps its words", async () => {
    await page.getByRole("link", { name: "Settings" }).click();
    await page.getByRole("button", { name: "Delete House voice…" }).click();
    await page.getByRole("button", { name: "Delete instructions" }).click();
    await expect(page.getByText(/^None yet/)).toBeVisible();
    await page.getByRole("link", { name: /^Jobs/ }).click();
    await page.getByRole("row", { name: /All products/ }).click();
    await expect(page.getByRole("button", { name: "House voice", exact: true })).toBeVisible();
  });
});
