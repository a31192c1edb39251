import { expect, test } from "./desk";
import { painted } from "./galley";
import { itemOf, open } from "./offered";

test("a draft that was put back can be edited, approved, regenerated and published again", async ({
  page,
  desk,
}) => {
  await desk.writer("template");
  const job = await desk.job({ field: "seo_title", products: desk.products.slice(0, 1) });
  const id = `${job}/1`;
  await desk.galley.run("publish", job, "--wait");
  await desk.galley.run("undo", job, "--wait");
  let dialog = await open(page, desk, id);
  await page.keyboard.press("e");
  await dialog.getByRole("textbox").fill("Edited after it was put back");
  await page.keyboard.press("Control+s");
  await expect(dialog.getByRole("textbox")).toBeHidden();
  await painted(page);
  await dialog.getByRole("button", { name: /^Approve/ }).click();
  await expect.poll(async () => (await itemOf(desk, id)).decision).toBe("approved");

  await desk.galley.run("publish", job, "--wait");
  await desk.galley.run("undo", job, "--wait");
  dialog = await open(page, desk, id);
  await dialog.getByRole("button", { name: /^Publish…/ }).click();
  await page.getByRole("button", { name: "Publish 1", exact: true }).click();
  await expect.poll(async () => (await itemOf(desk, id)).publish_state).toBe("published");

  await desk.galley.run("undo", job, "--wait");
  dialog = await open(page, desk, id);
  await dialog.getByRole("button", { name: /^Reject/ }).click();
  await expect.poll(async () => (await itemOf(desk, id)).decision).toBe("rejected");
  await dialog.getByRole("button", { name: /^Reopen/ }).click();
  await expect.poll(async () => (await itemOf(desk, id)).decision).toBe("open");
  await dialog.getByRole("button", { name: /^Regenerate…/ }).click();
  await page.getByRole("button", { name: "Regenerate, go on" }).click();
  await expect.poll(async () => (await itemOf(desk, id)).publish_state).toBe("unpublished");
});
