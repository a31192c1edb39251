import type { Page } from "@playwright/test";
import { type Desk, expect, test } from "./desk";
import { confirmAll } from "./publishAll";

interface ItemNow {
  id: string;
  product: { title: string };
  publish_state: string;
  decision: string;
}

async function items(desk: Desk, job: string): Promise<ItemNow[]> {
  return (
    JSON.parse(await desk.galley.run("job", "show", job, "--items", "--json")) as {
      items: ItemNow[];
    }
  ).items;
}

const sent = (all: ItemNow[]) =>
  all.filter(({ publish_state: state }) => state !== "unpublished").map(({ id }) => id);

test("Publish All while the job writes: as many are sent as the button said", async ({
  page,
  desk,
}) => {
  await desk.writer("openai");
  desk.endpoint.hold();
  const id = await desk.job({ field: "title", wait: false });
  await page.goto(desk.address(`jobs/${id}`));
  desk.endpoint.letGo(4);
  await page.getByRole("button", { name: "Publish All 4…" }).click();
  const question = page.getByRole("dialog", { name: /^Publish titles to/ });
  const publish = question.getByRole("button", { name: "Publish 4", exact: true });
  await expect(publish).toBeVisible();

  desk.endpoint.letGo(5);
  await expect(
    page.getByRole("button", { name: "Publish All 9…", includeHidden: true }),
  ).toBeAttached();
  await expect(question).toBeVisible();
  await confirmAll(page, 4);
  await expect(question).toBeHidden();
  await expect.poll(async () => sent(await items(desk, id))).toHaveLength(4);
  desk.endpoint.release();
  await expect(page.getByText("Completed", { exact: true })).toBeVisible();
  expect(sent(await items(desk, id))).toHaveLength(4);
});

/** Gives the draft at that place another text, as a colleague at a second window would. */
async function editAt(window: Page, place: number, text: string) {
  await window
    .getByRole("row", { name: /^Select (?!all)/ })
    .nth(place)
    .click();
  await window.keyboard.press("Space");
  const dialog = window.getByRole("dialog", { name: /^Preview of/ });
  await expect(dialog).toContainText(`${place + 1} of`);
  await dialog.getByRole("button", { name: "Edit" }).click();
  await dialog.getByRole("textbox").fill(text);
  await window.keyboard.press("Control+s");
  await expect(dialog.getByRole("textbox")).toBeHidden();
  await window.keyboard.press("Escape");
}

test("a draft that a colleague edits while it is asked about is left out and named", async ({
  page,
  desk,
}) => {
  await desk.writer("template");
  const id = await desk.job({ field: "title", products: desk.products.slice(0, 3) });
  await page.goto(desk.address(`jobs/${id}`));
  const colleague = await page.context().newPage();
  await colleague.goto(desk.address(`jobs/${id}`));
  const [first] = await items(desk, id);

  await test.step("publish", async () => {
    await page.getByRole("button", { name: "Publish All 3…" }).click();
    const question = page.getByRole("dialog", { name: /^Publish titles to/ });
    const publish = question.getByRole("button", { name: "Publish 3", exact: true });
    await expect(publish).toBeVisible();
    await editAt(colleague, 0, "A colleague wrote this");
    await confirmAll(page, 3);
    await expect(page.getByRole("status").filter({ hasText: "left out" })).toContainText(
      first?.product.title ?? "?",
    );
    expect(sent(await items(desk, id))).not.toContain(first?.id);
    await expect.poll(async () => sent(await items(desk, id))).toHaveLength(2);
  });

  await test.step("approve", async () => {
    const other = await desk.job({ field: "title", products: desk.products.slice(3, 6) });
    // The page shows the draft, and what became of it does not reach it.
    await page.goto(desk.address(`jobs/${other}`));
    await colleague.goto(desk.address(`jobs/${other}`));
    await expect(page.getByRole("row", { name: /^Select (?!all)/ })).toHaveCount(3);
    await page.route("**/data/items*", () => {});
    const [drafted] = await items(desk, other);
    await editAt(colleague, 0, "A colleague wrote that");
    const rows = page.getByRole("row", { name: /^Select (?!all)/ });
    await rows.nth(0).click();
    await rows.nth(1).click();
    await page.keyboard.press("a");
    await expect(page.getByRole("status").filter({ hasText: "left out" }).last()).toContainText(
      drafted?.product.title ?? "?",
    );
    const decisions = (await items(desk, other)).map(({ decision }) => decision);
    expect(decisions).toEqual(["open", "approved", "open"]);
  });
});
