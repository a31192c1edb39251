import { expect, test } from "./desk";
import { beside } from "./offered";

test("a shop offers what the service allows", async ({ page, desk, foreignShop }) => {
  const shop = await foreignShop(2);
  const east = await beside(desk, "east", shop);
  const can = async () => {
    const shops = JSON.parse(await desk.galley.run("shop", "list", "--json")) as {
      id: string;
      can: Record<string, boolean>;
    }[];
    return shops.find(({ id }) => id === east.id)?.can;
  };
  const tryNow = page.getByRole("button", { name: "Try now" });
  await page.goto(east.address("products"));
  await expect(page.getByRole("row").nth(1)).toBeVisible();
  expect(await can()).toMatchObject({
    ...{ sync: true, create_job: true, remove: true, export: false, try_now: false },
    ...{ publish: false, undo: false, withdraw: false },
  });
  await expect(tryNow).toBeHidden();

  await desk.writer("template");
  const created = await desk.galley.run(
    "job",
    "create",
    east.id,
    "--all",
    "--field",
    "description",
    "--wait",
    "--json",
  );
  const job = (JSON.parse(created) as { id: string }).id;
  expect(await can()).toMatchObject({ publish: true, undo: false });
  await shop.stop();
  await desk.galley.run("publish", job);
  await page.goto(east.address(`jobs/${job}`));
  await expect(tryNow).toBeEnabled();
  await expect.poll(can).toMatchObject({ publish: false, withdraw: true, try_now: true });
  await page.getByRole("button", { name: "See what waits" }).click();
  await expect(page.getByRole("button", { name: "Withdraw all 2…" })).toBeEnabled();
});
