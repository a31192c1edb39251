import { expect, openDemoShop, test } from "./galley";

test("a shop has settings of its own, and goes back to those of all", { tag: "@deep" }, async ({
  page,
  galley,
}) => {
  await openDemoShop(page, galley);
  await page.getByRole("link", { name: "Settings" }).click();
  await page.getByText("Demo shop only").click();
  await page.getByRole("textbox", { name: "One month" }).fill("40");
  await page.getByRole("textbox", { name: "Name" }).fill("Kit");
  await expect(page.getByText("2 changes not saved")).toBeVisible();
  await page.keyboard.press("Control+s");
  await expect(page.getByText("2 changes not saved")).toBeHidden();
  await expect(page.getByRole("button", { name: "Take Your name as for all shops" })).toBeVisible();
  const own = await galley.run("settings", "get", "caps.month_usd", "--shop", "Demo shop");
  expect(own.trim()).toBe("40.00");

  await page.getByRole("button", { name: "Take One month as for all shops" }).click();
  await expect(page.getByText("One month: as for all shops")).toBeVisible();
  await page.keyboard.press("Control+s");
  await expect(page.getByRole("textbox", { name: "One month" })).toHaveValue("");
  const back = await galley.run("settings", "get", "caps.month_usd", "--shop", "Demo shop");
  expect(back.trim()).toBe("0.00");
  const scope = page.getByRole("radiogroup", { name: "These are for" });
  await scope.getByText("All shops").click();
  await expect(page.getByRole("textbox", { name: "Name" })).toHaveValue("");
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/settings-all.png` });
});
