import { expect, test } from "./desk";
import { painted } from "./galley";
import { expectAccessible } from "./violations";

test("A shop's profile is filled in, learned from marked texts, and saved", async ({
  page,
  desk,
}) => {
  await desk.writer("openai");
  await page.goto(desk.address("profile"));
  const bar = page.getByRole("toolbar", { name: /not saved$/ });

  await test.step("what is typed is named before it is saved", async () => {
    await page.getByLabel("Speaks to").fill("People who cook at home.");
    await page.getByRole("button", { name: "Add to Words to avoid" }).click();
    const avoid = page.getByRole("textbox", { name: "Add to Words to avoid" });
    await avoid.fill("luxurious");
    await avoid.press("Enter");
    await page.getByRole("textbox", { name: "Description, at least", exact: true }).fill("90");
    await page.getByRole("textbox", { name: "Description, at most", exact: true }).fill("80");
    await expect(page.getByRole("alert")).toContainText("larger than the second");
    await expect(bar.getByRole("button", { name: "Save" })).toBeDisabled();
    await page.getByRole("textbox", { name: "Description, at most", exact: true }).fill("180");
    await expect(bar).toContainText("3 changes not saved");
    await expect(bar).toContainText("Speaks to, Length and Words to avoid.");
    await expectAccessible(page);
  });

  await test.step("a fixed term is given in another language", async () => {
    await page.getByRole("button", { name: "Add a term" }).click();
    await page.getByRole("textbox", { name: "Write, term 1" }).fill("flex");
    await page.getByRole("textbox", { name: "Not, term 1" }).fill("cable, cord");
    await page.getByRole("combobox", { name: "Language of the third column" }).selectOption("de");
    await page.getByRole("textbox", { name: "In German, term 1" }).fill("Textilkabel");
    await expect(bar).toContainText("Fixed terms");
    await expectAccessible(page);
  });

  await test.step("leaving asks first", async () => {
    await page.getByRole("link", { name: "Settings" }).click();
    await expect(page.getByRole("dialog", { name: "Leave without saving?" })).toBeVisible();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+s");
    await expect(bar).toBeHidden();
    const saved = JSON.parse(
      await desk.galley.run("profile", "show", "north.myshopify.com", "--json"),
    );
    expect(saved).toMatchObject({
      audience: "People who cook at home.",
      forbidden: ["luxurious"],
      lengths: [{ field: "description", min: 90, max: 180 }],
      terms: [
        {
          write: "flex",
          not: ["cable", "cord"],
          in: [{ language: "de", write: "Textilkabel" }],
        },
      ],
    });
  });

  await test.step("a text of the shop is marked as good", async () => {
    await page.getByRole("button", { name: "Add up to 10 more…" }).click();
    const dialog = page.getByRole("dialog", { name: "Mark texts that sound right" });
    const { title } = desk.products[0] ?? { title: "" };
    await dialog.getByLabel("Text").selectOption("title");
    await dialog.getByRole("textbox", { name: "Search products" }).fill(title);
    await dialog.getByRole("button", { name: `Mark ${title} as good` }).click();
    await expect(page.getByText("1 of 10 marked")).toBeAttached();
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Done" }).click();
  });

  await test.step("a draft is marked as good from its preview, and taken back", async () => {
    const job = await desk.job({ field: "meta_description", products: desk.products.slice(0, 1) });
    const profile = page.url();
    await page.goto(desk.address(`jobs/${job}/1`));
    const preview = page.getByRole("dialog", { name: /^Preview of/ });
    const mark = preview.getByRole("button", { name: /as good/ });
    await expect(mark).toHaveAttribute("aria-pressed", "false");
    await painted(page);
    await page.keyboard.press("m");
    await expect(mark).toHaveAttribute("aria-pressed", "true");
    await expectAccessible(page);
    await page.goto(profile);
    await expect(page.getByText("2 of 10 marked")).toBeVisible();
    await page.goto(desk.address(`jobs/${job}/1`));
    await mark.click();
    await expect(mark).toHaveAttribute("aria-pressed", "false");
    await page.goto(profile);
    await expect(page.getByText("1 of 10 marked")).toBeVisible();
  });

  await test.step("learning asks, shows what it read, and leaves what a person wrote", async () => {
    desk.endpoint.say(() => ({ draft: "Speaks to: Bakers\nVoice: Dry and short.\nPerson: you" }));
    await page.getByRole("button", { name: "Learn again…" }).click();
    const learn = page.getByRole("button", { name: "Learn", exact: true });
    await expect(learn).toBeVisible();
    await expectAccessible(page);
    await learn.click();
    const result = page.getByRole("dialog", { name: "What the model read in the texts" });
    await expect(result.getByRole("checkbox", { name: "Take over: Speaks to" })).not.toBeChecked();
    await expect(result.getByRole("checkbox", { name: "Take over: Voice" })).toBeChecked();
    await expectAccessible(page);
    await result.getByRole("button", { name: "Take over 2 parts" }).click();
    await expect(page.getByLabel("Speaks to")).toHaveValue("People who cook at home.");
    await expect(page.locator("#profile-voice")).toHaveValue("Dry and short.");
    await expect(bar).toContainText("2 changes not saved");
    await bar.getByRole("button", { name: "Save" }).click();
    await expect(bar).toBeHidden();
    desk.endpoint.say(undefined);
  });

  await test.step("a fact is noted for the products of a vendor", async () => {
    await page.getByRole("button", { name: "Add a fact…" }).click();
    const dialog = page.getByRole("dialog", { name: "Add a fact" });
    await dialog.getByLabel("Fact").fill("5-year warranty on the frame");
    await expect(dialog.getByRole("button", { name: "Add fact" })).toBeVisible();
    await dialog.getByText("Vendor", { exact: true }).click();
    await expect(dialog.getByRole("button", { name: "Add fact" })).toBeHidden();
    await dialog.getByRole("combobox", { name: "Vendor" }).fill("Larkfield");
    await page.keyboard.press("Tab");
    await dialog.getByRole("button", { name: "Add fact" }).click();
    const facts = page.getByRole("region", { name: "Shop facts" });
    await expect(facts).toContainText("5-year warranty on the frame");
    await expect(facts).toContainText("Larkfield");
    await expectAccessible(page);
    await facts.getByRole("button", { name: "Remove “5-year warranty on the frame”" }).click();
    await expect(facts).not.toContainText("5-year warranty on the frame");
  });

  await test.step("the finished prompt has it", async () => {
    await page.getByRole("button", { name: "Show the prompt on 3 products" }).click();
    const prompt = page.getByRole("dialog", { name: "The finished prompt" });
    await prompt.getByText(/^The same for every product/).click();
    await expect(prompt).toContainText("Voice: Dry and short.");
    await expect(prompt).toContainText("luxurious");
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await expect(page.getByText(/^About [\d,]+ tokens in every request/)).toBeVisible();
  });
});
