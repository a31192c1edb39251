import { expect, test } from "./desk";
import { expectAccessible } from "./violations";

test("Two instructions are compared, and the rest is written with the better one", async ({
  page,
  desk,
}) => {
  await desk.writer("openai");
  await page.goto(desk.address("products"));
  await page.getByRole("button", { name: /^New job/ }).click();
  const panel = page.getByRole("complementary", { name: "New job" });
  await panel.getByText("SEO title", { exact: true }).click();
  await panel.getByRole("switch", { name: "Only where it is empty" }).click();
  await panel.getByLabel("Instructions", { exact: true }).fill("Say what {title} is for.");

  await test.step("an unknown placeholder is named where it is typed", async () => {
    await panel.getByLabel("Instructions", { exact: true }).fill("Say what {name} is for.");
    await expect(panel.getByText(/\{name\} is not a placeholder/)).toBeVisible();
    await panel.getByLabel("Instructions", { exact: true }).fill("Say what {title} is for.");
    await expect(panel.getByText(/is not a placeholder/)).toBeHidden();
  });

  await test.step("both sides are written on the same ten products", async () => {
    await panel.getByRole("button", { name: "Compare…" }).click();
    const dialog = page.getByRole("dialog", { name: "Compare on ten products" });
    await expect(dialog.getByRole("button", { name: "Write 10 twice" })).toBeHidden();
    await dialog.getByLabel("B: other instructions").fill("Say where {title} is used.");
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Write 10 twice" }).click();
    await expect(page.getByText("A 0, B 0, 10 to choose")).toBeVisible();
    const side = page.getByRole("region", { name: "Side B" });
    await expect(side).toContainText("Say where {title} is used.");
    await expect(side.locator("ins")).toHaveText(["where ", "used."]);
  });

  const bar = page.getByRole("toolbar", { name: "Choice" });
  await test.step("1 and 2 keep a draft, Shift keeps all, Space opens a product", async () => {
    await page.keyboard.press("Shift+Digit1");
    await expect(bar).toContainText("A 10, B 0");
    await page.keyboard.press("2");
    await page.keyboard.press("2");
    await expect(bar).toContainText("A 8, B 2");
    await page.keyboard.press("Space");
    await expect(page.getByTitle(/^Draft A of/)).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press("Space");
    await expect(page.getByTitle(/^Draft A of/)).toBeHidden();
  });

  await test.step("one side is written again; the other stays", async () => {
    await page
      .getByRole("region", { name: "Side B" })
      .getByRole("button", { name: "Edit and write again…" })
      .click();
    const dialog = page.getByRole("dialog", { name: "Write B again" });
    await dialog.getByLabel("Instructions").fill("Name the material.");
    await dialog.getByRole("button", { name: "Write 10 again" }).click();
    await expect(page.getByRole("region", { name: "Side B" })).toContainText("Name the material.");
    await expect(bar).toContainText("A 8, B 2");
    await expect(page.getByText("Being written…")).toBeHidden();
  });

  await test.step("the same products can show two models instead", async () => {
    await page.getByRole("radiogroup", { name: "What is compared" }).getByText("Models").click();
    const dialog = page.getByRole("dialog", { name: "Compare two models instead" });
    await expect(dialog.getByLabel("Instructions")).toHaveValue("Say what {title} is for.");
    await expect(dialog.getByLabel("Model")).toHaveValue("");
    await expect(dialog.getByRole("button", { name: "Write 10 again" })).toBeHidden();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Compare two instructions");
  });

  await test.step("the kept drafts are the first of the job that goes on", async () => {
    await bar.getByRole("button", { name: "Write the other 2 with A" }).click();
    await expect(page.getByText("Completed", { exact: true })).toBeVisible();
    const [made] = JSON.parse(await desk.galley.run("job", "list", "--json")).filter(
      (job: { counts: { successful: number } }) => job.counts.successful === 12,
    );
    expect(made.counts).toMatchObject({ total: 12, rejected: 0 });
    await expect(page.getByRole("button", { name: "Compare with the other side" })).toBeHidden();
  });
});
