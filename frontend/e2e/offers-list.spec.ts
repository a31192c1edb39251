import { expect, test } from "./desk";
import { type Item, itemOf } from "./offered";

test("the menu of an item decides that item alone, and that of a selected one the selection", async ({
  page,
  desk,
}) => {
  await desk.writer("template");
  const job = await desk.job({ field: "title", products: desk.products.slice(0, 5) });
  await page.goto(desk.address(`jobs/${job}`));
  const row = (title = "") => page.getByRole("row", { name: `Select ${title}` });
  await expect(row(desk.products[0]?.title)).toBeVisible();
  const titles = await page
    .locator("[data-row]")
    .evaluateAll((rows) => rows.map((one) => one.getAttribute("data-row") ?? ""));
  const toolbar = page.getByRole("toolbar", { name: "Selection" });
  const menuOf = async (title: string | undefined, about: string) => {
    await row(title).click({ button: "right", position: { x: 4, y: 4 } });
    const menu = page.getByRole("menu", { name: `What can be done with ${about}` });
    await expect(menu.getByRole("menuitem").first()).toBeVisible();
    return menu;
  };
  const decided = async (decision: string) => {
    const { items } = JSON.parse(
      await desk.galley.run("job", "show", job, "--items", "--json"),
    ) as { items: Item[] };
    const found = items.filter((item) => item.decision === decision);
    return found.map(({ product }) => product.title).sort();
  };

  await page.keyboard.press("Control+a");
  await page.getByRole("checkbox", { name: `Select ${titles[3]}` }).click();
  await expect(toolbar).toContainText("4 selected");
  const dismissed = await menuOf(titles[3], titles[3] ?? "");
  await page.keyboard.press("Escape");
  await expect(dismissed).toBeHidden();
  await expect(toolbar).toContainText("4 selected");
  const alone = await menuOf(titles[3], titles[3] ?? "");
  await expect(toolbar).toContainText("1 selected");
  await alone.getByRole("menuitem", { name: /^Approve/ }).click();
  await expect.poll(() => decided("approved")).toEqual([titles[3]]);

  await page.keyboard.press("Escape");
  await expect(toolbar).toBeHidden();
  for (const title of titles.slice(0, 2))
    await page.getByRole("checkbox", { name: `Select ${title}` }).click();
  const chosen = await menuOf(titles[1], "2 selected rows");
  await chosen.getByRole("menuitem", { name: /^Reject/ }).click();
  await expect.poll(() => decided("rejected")).toEqual(titles.slice(0, 2).sort());
  expect(await decided("approved")).toEqual([titles[3]]);
});

test("an action of the selection bar that fits none of the chosen says so", async ({
  page,
  desk,
}) => {
  await desk.writer("template");
  const job = await desk.job({ field: "title", products: desk.products.slice(0, 1) });
  await desk.galley.run("publish", job, "--wait");
  await page.goto(desk.address(`jobs/${job}`));
  await page.getByRole("checkbox", { name: `Select ${desk.products[0]?.title}` }).click();
  for (const [key, sentence] of [
    ["a", /cannot be approved or rejected now/],
    ["p", /cannot be published now/],
    ["g", /cannot be written again now/],
  ] as const) {
    await page.keyboard.press(key); // a notice may lie over the bar
    await expect(page.getByText(sentence).first()).toBeVisible();
  }
  expect((await itemOf(desk, `${job}/1`)).publish_state).toBe("published");
});
