import { expect, openDemoShop, painted, test } from "./galley";

test("drafts of two jobs are read to the end from the inbox, by keyboard", async ({
  page,
  galley,
}) => {
  await openDemoShop(page, galley);
  const write = (field: string) =>
    galley.run("job", "create", "demo", "--field", field, "--all", "--sample", "3", "--wait");
  await write("title");
  await write("seo_title");
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };

  const rail = page.getByRole("navigation", { name: "Main" });
  const link = rail.getByRole("link", { name: /To review/ });
  await expect(link).toContainText("6");
  await link.click();
  await expect(page.getByText("6 drafts in 1 shop")).toBeVisible();
  const list = page.getByRole("treegrid", { name: "To review" });
  const job = list.getByRole("row", { name: /SEO title/ });
  await expect(job).toContainText("3 left of 3");

  // A decided row leaves, and every count falls.
  await press("ArrowDown", "a");
  await expect(job).toContainText("2 left of 3");
  await expect(link).toContainText("5");
  await expect(page.getByText("5 drafts in 1 shop")).toBeVisible();
  await press("Control+z");
  await expect(link).toContainText("6");
  await press("ArrowUp", "a"); // on a job the key says what to do instead
  await expect(page.getByText("Choose a draft first: → expands the job.")).toBeVisible();

  // The palette says which row an action is for.
  for (const action of ["Collapse", "Read from here", "Preview"]) {
    await press("Control+k");
    await page.getByRole("combobox", { name: /^Shop, product/ }).fill(action);
    const option = page.getByRole("option", { name: new RegExp(`^${action}`) });
    await expect(option.first()).toContainText((await job.getAttribute("data-row")) ?? "?");
    await press("Escape");
  }

  await press("Control+Enter");
  const dialog = page.getByRole("dialog", { name: /^Preview of/ });
  const status = dialog.getByRole("status").filter({ hasText: "left" });
  await expect(status).toContainText("6 left");
  await expect(dialog).toContainText("Demo shop");
  // What is undone is on the screen again.
  const first = (await dialog.getAttribute("aria-label")) ?? "";
  await painted(page);
  await press("a");
  await expect(status).toContainText("5 left");
  await expect(dialog).not.toHaveAttribute("aria-label", first);
  await press("Control+z");
  await expect(dialog).toHaveAttribute("aria-label", first);
  await expect(status).toContainText("6 left");

  for (const [key, left] of [
    ["a", 5],
    ["r", 4],
    ["s", 4],
    ["a", 3],
    ["a", 2],
    ["a", 1],
  ] as const) {
    const before = await dialog.getAttribute("aria-label");
    await painted(page);
    await press(key);
    if (left === 1) break; // the last one leads to the end
    await expect(status).toContainText(`${left} left`);
    await expect(dialog).not.toHaveAttribute("aria-label", before ?? "");
  }
  await expect(
    page.getByRole("heading", { name: "All read: 4 approved, 1 rejected" }),
  ).toBeVisible();
  await expect(page.getByText("The other one is still undecided.")).toBeVisible();
  await press("Enter");
  await expect(status).toContainText("1 left");
  await painted(page);
  await press("a");
  await expect(page.getByRole("heading", { name: "All read: 1 approved" })).toBeVisible();
  await press("p");
  await expect(page.getByRole("dialog").getByRole("button", { name: /^Publish 1/ })).toBeVisible();
});
