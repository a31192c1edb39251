import type { Locator, Page } from "@playwright/test";
import { type Desk, expect, test } from "./desk";
import { painted } from "./galley";

/** What the service says may be done with an item now. */
interface Can {
  edit: boolean;
  regenerate: boolean;
  decide: boolean;
  publish: boolean;
  publish_all: boolean;
  overwrite: boolean;
  undo: boolean;
  retry: boolean;
  withdraw: boolean;
}

interface Item {
  id: string;
  product: { title: string };
  state: string;
  publish_state: string;
  decision: string;
  can: Can;
}

/** The state of an item in words, to name it where the page offers something else. */
const standing = (item: Item) =>
  `${item.id}: ${item.state}, ${item.publish_state}, ${item.decision}`;

const itemOf = async (desk: Desk, id: string) =>
  JSON.parse(await desk.galley.run("item", "show", id, "--json")) as Item;

/** The buttons that stand for an action, in the preview. */
const BUTTONS = {
  decide: /^(Approve|Reject|Reopen|Keep theirs)\b/,
  edit: /^(Edit|Edit together)\b/,
  regenerate: /^Regenerate( from theirs)?…/,
  publish: /^(Publish|Use mine)…/,
  undo: /^Undo…/,
  retry: /^Retry/,
} as const;

async function offered(dialog: Locator): Promise<Record<keyof typeof BUTTONS, boolean>> {
  const found = {} as Record<keyof typeof BUTTONS, boolean>;
  for (const [action, name] of Object.entries(BUTTONS)) {
    const buttons = dialog.getByRole("button", { name, disabled: false });
    found[action as keyof typeof BUTTONS] = (await buttons.count()) > 0;
  }
  return found;
}

const allowed = ({ can }: Item): Record<keyof typeof BUTTONS, boolean> => ({
  decide: can.decide,
  edit: can.edit,
  regenerate: can.regenerate,
  publish: can.publish || can.overwrite,
  undo: can.undo,
  retry: can.retry,
});

async function open(page: Page, desk: Desk, id: string): Promise<Locator> {
  const [job, position] = id.split("/");
  await page.goto(desk.address(`jobs/${job}/${position}`));
  const dialog = page.getByRole("dialog", { name: /^Preview of/ });
  await expect(dialog.getByRole("button", { name: /^Next/ })).toBeVisible();
  await painted(page);
  return dialog;
}

/** Compares the row of each item of a job with what the service allows. */
async function compareRows(page: Page, desk: Desk, ids: string[]) {
  await page.goto(desk.address(`jobs/${ids[0]?.split("/")[0]}`));
  for (const id of ids) {
    const item = await itemOf(desk, id);
    const { can, product } = item;
    const row = page.getByRole("row", { name: `Select ${product.title}` });
    const has = async (words: string) =>
      (await row.getByRole("button", { name: `${words} ${product.title}`, exact: true }).count()) >
      0;
    await expect(row).toBeVisible();
    const offers = {
      publish: await has("Publish…"),
      undo: await has("Undo…"),
      retry: await has("Retry"),
      withdraw: await has("Withdraw"),
    };
    expect(offers, standing(item)).toEqual({
      publish: can.publish_all,
      undo: can.undo,
      retry: can.retry,
      withdraw: can.withdraw,
    });
  }
}

/** Compares the preview of an item with what the service allows. */
async function compare(page: Page, desk: Desk, id: string): Promise<Item> {
  const item = await itemOf(desk, id);
  await test.step(standing(item), async () => {
    const dialog = await open(page, desk, id);
    expect(await offered(dialog), standing(item)).toEqual(allowed(item));
  });
  return item;
}

/** Everything a draft can come to be, by commands on the same home. */
async function seed(desk: Desk): Promise<string[]> {
  await desk.writer("template");
  const job = await desk.job({ field: "title" });
  const id = (n: number) => `${job}/${n}`;
  const run = desk.galley.run;
  const handle = async (n: number) => {
    const item = JSON.parse(await run("item", "show", id(n), "--json")) as {
      product: { handle: string };
    };
    return item.product.handle;
  };
  await run("item", "approve", id(2), id(9));
  await run(
    "publish",
    job,
    "--item",
    id(4),
    "--item",
    id(5),
    "--item",
    id(8),
    "--item",
    id(9),
    "--wait",
  );
  await run("undo", job, "--item", id(5), "--item", id(8), "--item", id(9), "--wait");
  for (const n of [6, 7]) {
    await desk.shop.change(await handle(n), { title: `Theirs ${n}` });
    await run("publish", job, "--item", id(n), "--wait").catch(() => "in conflict");
  }
  await run("item", "reject", id(3), id(7), id(8));
  return Array.from({ length: 9 }, (_, i) => id(i + 1));
}

test("preview and row offer what the service allows, in every state of an item", async ({
  page,
  desk,
}) => {
  const ids = await seed(desk);
  const seen = new Set<string>();
  for (const id of ids) {
    const item = await compare(page, desk, id);
    seen.add(`${item.publish_state}/${item.decision}`);
  }
  await compareRows(page, desk, ids);
  expect([...seen].sort()).toEqual([
    "conflict/open",
    "conflict/rejected",
    "published/open",
    "undone/approved",
    "undone/open",
    "undone/rejected",
    "unpublished/approved",
    "unpublished/open",
    "unpublished/rejected",
  ]);
});

test("failed, cancelled and unwritten items offer what the service allows", async ({
  page,
  desk,
}) => {
  await desk.writer("openai");
  const [refused, ...rest] = desk.products;
  desk.endpoint.refuse(refused?.title);
  const failed = await desk.job({ field: "meta_description", products: desk.products.slice(0, 1) });
  await compare(page, desk, `${failed}/1`);
  desk.endpoint.hold();
  const held = await desk.job({ field: "meta_description", products: rest, wait: false });
  await desk.galley.run("job", "cancel", held);
  desk.endpoint.release();
  const last = await compare(page, desk, `${held}/${rest.length}`);
  expect(last.state).toBe("cancelled");
});

test("drafts that wait for the shop offer to be withdrawn, and no more", async ({ page, desk }) => {
  await desk.writer("template");
  const job = await desk.job({ field: "description", products: desk.products.slice(0, 2) });
  desk.shop.pause();
  await desk.galley.run("publish", job);
  await expect
    .poll(async () => (await itemOf(desk, `${job}/2`)).publish_state)
    .toMatch(/queued|publishing/);
  await compare(page, desk, `${job}/2`);
  await compareRows(page, desk, [`${job}/2`]);
  desk.shop.resume();
});

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
  await page.getByRole("button", { name: "Write again", exact: true }).click();
  await expect.poll(async () => (await itemOf(desk, id)).publish_state).toBe("unpublished");
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
