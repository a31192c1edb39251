import { expect, test } from "./desk";
import { painted } from "./galley";

interface Item {
  content: string;
  revision: number;
  decision: string;
  rewrite: { state: string } | null;
}

test("a draft stays while it is written again, also over a reload, and says how far it is", async ({
  page,
  desk,
}) => {
  await desk.writer("openai");
  const job = await desk.job({ field: "title", products: desk.products.slice(0, 3) });
  const itemOf = async (n: number) =>
    JSON.parse(await desk.galley.run("item", "show", `${job}/${n}`, "--json")) as Item;
  await desk.galley.run("item", "approve", `${job}/1`);
  const before = await itemOf(1);
  desk.endpoint.hold();

  const dialog = page.getByRole("dialog", { name: /^Preview of/ });
  const band = dialog.getByRole("region", { name: "Regenerate" });
  await test.step("the dialog closes, and the draft says that it is written again", async () => {
    await page.goto(desk.address(`jobs/${job}/1`));
    await expect(dialog.getByRole("button", { name: /^Next/ })).toBeVisible();
    await painted(page);
    await page.keyboard.press("g");
    const question = page.getByRole("dialog", { name: "Regenerate with a note" });
    await expect(question.getByRole("textbox")).toBeFocused();
    await page.keyboard.type("shorter");
    await page.keyboard.press("Enter");
    await expect(question).toBeHidden();
    await expect(page).toHaveURL(/jobs\/\d+\/2/); // on to the next at once
    await page.keyboard.press("k");
    await expect(band).toContainText("This draft is being written again.");
    await expect(band).toContainText("shorter");
    await expect(dialog.getByRole("button", { name: /^Publish…/ })).toBeHidden();
  });

  await test.step("a reload loses nothing of it", async () => {
    await page.reload();
    await expect(band).toContainText("This draft is being written again.");
    const now = await itemOf(1);
    expect(now.content).toBe(before.content);
    expect(now.decision).toBe("approved");
    expect(now.rewrite?.state).toBe("writing");
  });

  await test.step("cancelled, the draft and its decision are kept", async () => {
    await band.getByRole("button", { name: "Keep this draft" }).click();
    await expect(band).toContainText("Cancelled. The draft was not changed.");
    desk.endpoint.letGo(1); // the answer that was under way comes late
    await page.keyboard.press("Escape");
    const now = await itemOf(1);
    expect(now.content).toBe(before.content);
    expect(now.decision).toBe("approved");
    expect(now.rewrite?.state).toBe("cancelled");
  });

  await test.step("many at once show progress on their rows and on the job", async () => {
    await page.goto(desk.address(`jobs/${job}`));
    await expect(dialog).toBeHidden();
    await expect(page.getByRole("row", { name: /^Select (?!all)/ })).toHaveCount(3);
    await page.keyboard.press("Control+a");
    await page.keyboard.press("g");
    const question = page.getByRole("dialog", { name: "Write 3 drafts again?" });
    await question.getByRole("button", { name: "Write 3 again" }).click();
    await expect(question).toBeHidden();
    const progress = page.getByRole("progressbar", { name: /^Writing again/ });
    await expect(progress).toHaveAccessibleName("Writing again: 0 of 3 drafts");
    await expect(page.getByText("Writing again", { exact: true }).first()).toBeVisible();
    desk.endpoint.letGo(1);
    await expect(progress).toHaveAccessibleName("Writing again: 1 of 3 drafts");
    await page.getByRole("button", { name: "Cancel regenerate…" }).click();
    await page.getByRole("button", { name: "Keep 2 drafts" }).click();
    await expect(page.getByText("Cancelled. 1 draft had been written by then.")).toBeVisible();
    await expect(progress).toBeHidden();
    desk.endpoint.release();
    const revisions = await Promise.all([1, 2, 3].map(async (n) => (await itemOf(n)).revision));
    expect(revisions.toSorted()).toEqual([1, 1, 2]);
  });
});
