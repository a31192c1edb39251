import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./desk";
import { expectAccessible } from "./violations";

test.afterEach(({ page }) => expectAccessible(page));

/** Goes on with Tab until it is there, as somebody without a mouse does. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  const isFocused = () => wanted.evaluate((element) => element === document.activeElement);
  await expect(wanted).toBeVisible();
  for (let presses = 0; presses < 80; presses++) {
    if (await isFocused()) return;
    await page.keyboard.press("Tab");
  }
  throw new Error("Tab never gets there");
}

/** Keeps what a reader of the screen would be told of the job. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    const note = () => {
      const news = document.querySelector("[role=status][aria-label=Progress]")?.textContent;
      if (news && news !== said.at(-1)) said.push(news);
    };
    new MutationObserver(note).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    });
    note();
  });
  return () => page.evaluate(() => (window as unknown as { said: string[] }).said);
}

test("Every flow of the guide by keyboard alone; progress is announced politely", async ({
  page,
  desk,
}) => {
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const button = (name: string) => page.getByRole("button", { name, exact: true });
  const rows = page.getByRole("row", { name: /^Select (?!all)/ });
  const news = page.getByRole("status", { name: "Progress" });
  await desk.writer("openai");
  desk.endpoint.hold();
  await page.goto(desk.address("products"));
  await expect(rows).toHaveCount(12);

  await test.step("Start bulk generation", async () => {
    await press("/");
    await page.keyboard.type("cushion");
    await press("Enter");
    await expect(rows).toHaveCount(3);
    await press("Control+a", "n");
    const panel = page.getByRole("complementary", { name: "New job" });
    await tabTo(page, panel.getByRole("switch", { name: "Only where it is empty" }));
    await press("Space");
    await tabTo(page, panel.getByLabel("Instructions", { exact: true }));
    await page.keyboard.type("Say little.");
    await expect(panel.getByRole("button", { name: "Write 3 descriptions" })).toBeEnabled();
    await expectAccessible(page);
    await press("Control+Enter");
    await expect(page).toHaveURL(/jobs\/\d+$/);
  });
  const heard = await listen(page);
  await test.step("Progress, announced politely", async () => {
    await expect(news).toHaveAttribute("aria-live", "polite");
    await expect(news).toHaveText("Writing: 0 of 3");
    desk.endpoint.letGo(2);
    await expect(news).toHaveText("Writing: 2 of 3");
    desk.endpoint.release();
    await expect(news).toHaveText("Completed: 3 written, 0 failed");
    const said = await heard();
    expect(said.filter((words) => words.startsWith("Writing")).at(0)).toBe("Writing: 0 of 3");
    expect(said.length).toBeLessThanOrEqual(6);
  });
  await test.step("Viewing All Jobs, and Viewing Individual Job Progress", async () => {
    await tabTo(page, page.getByRole("link", { name: /^Jobs/ }));
    await press("Enter");
    await tabTo(page, page.getByRole("grid", { name: "Jobs" }));
    await expectAccessible(page);
    await press("ArrowDown", "ArrowUp", "Enter");
    await expect(rows).toHaveCount(3);
  });
  await test.step("Filtering Results", async () => {
    await tabTo(page, button("Unpublished 3"));
    await press("Enter");
    await expect(page).toHaveURL(/show=unpublished/);
    await tabTo(page, button("All 3"));
    await press("Enter");
    await expect(page).not.toHaveURL(/show=/);
  });
  await test.step("Previewing Generated Content, and publishing from there", async () => {
    await tabTo(page, page.getByRole("grid"));
    await press("Space");
    const dialog = page.getByRole("dialog", { name: /^Preview of/ });
    await expect(dialog.getByRole("status")).toHaveText("1 of 3 items");
    await expectAccessible(page);
    await press("j");
    await expect(dialog.getByRole("status")).toHaveText("2 of 3 items");
    await press("k");
    await expect(dialog.getByRole("status")).toHaveText("1 of 3 items");
    await press("p");
    await expect(button("Publish 1")).toBeFocused();
    await press("Enter");
    await expect(dialog.getByText("Published", { exact: true })).toBeVisible();
    await press("Escape");
    await expect(dialog).toBeHidden();
    await expect(button("Published 1")).toBeVisible();
  });
  await test.step("Publishing Individual Items", async () => {
    await press("ArrowDown", "p");
    await expect(button("Publish 1")).toBeFocused();
    await expectAccessible(page);
    await press("Enter");
    await expect(button("Published 2")).toBeVisible();
  });
  await test.step("Publishing All Items, announced politely", async () => {
    desk.shop.pause();
    await press("Control+Shift+P");
    await expect(page.getByRole("checkbox", { name: /that nobody opened$/ })).toBeFocused();
    await press("Space", "Enter");
    await expect(news).toHaveText("Publishing: 0 of 1");
    desk.shop.resume();
    await expect(news).toHaveText("Completed: 3 written, 0 failed");
    await expect(button("Published 3")).toBeVisible();
  });
  await test.step("Undo", async () => {
    await tabTo(page, button("Undo 3…"));
    await press("Enter");
    await expect(button("Put back 3")).toBeFocused();
    await expectAccessible(page);
    await press("Enter");
    await expect(button("Published 0")).toBeVisible();
  });
  await test.step("Configuring Publishing Strategy", async () => {
    await tabTo(page, page.getByRole("link", { name: "Settings" }));
    await press("Enter");
    await tabTo(page, page.getByRole("radio", { name: "Review before publish" }));
    await press("ArrowDown");
    await expect(page.getByText("1 change not saved")).toBeVisible();
    await expectAccessible(page);
    await press("Control+s");
    await expect(page.getByText("1 change not saved")).toBeHidden();
    expect(await desk.galley.run("settings", "get", "strategy")).toContain("publish");
    await press("ArrowUp", "Control+s");
    await expect.poll(() => desk.galley.run("settings", "get", "strategy")).toContain("review");
  });
});
