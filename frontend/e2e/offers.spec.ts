import type { Locator, Page } from "@playwright/test";
import { type Desk, expect, test } from "./desk";
import { type ForeignShop, painted } from "./galley";

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

/** The buttons for actions in the preview. */
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
    const { product } = await itemOf(desk, id);
    const row = page.getByRole("row", { name: `Select ${product.title}` });
    const has = async (words: string) =>
      (await row.getByRole("button", { name: `${words} ${product.title}`, exact: true }).count()) >
      0;
    await expect(row).toBeVisible();
    // The page hears of a change a moment after the command has ended.
    await expect(async () => {
      const item = await itemOf(desk, id);
      const offers = {
        publish: await has("Publish…"),
        undo: await has("Undo…"),
        retry: await has("Retry"),
        withdraw: await has("Withdraw"),
      };
      expect(offers, standing(item)).toEqual({
        publish: item.can.publish_all,
        undo: item.can.undo,
        retry: item.can.retry,
        withdraw: item.can.withdraw,
      });
    }).toPass();
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

interface Job {
  id: string;
  state: string;
  can: Record<keyof typeof JOB_BUTTONS | "withdraw" | "archive" | "unarchive", boolean>;
}

/** The buttons for actions on a whole job. */
const JOB_BUTTONS = {
  pause: /^Pause$/,
  resume: /^Resume$/,
  write_now: /^Write the rest now/,
  cancel: /^Cancel job…/,
  retry: /^Retry \d/,
  publish: /^Publish All \d/,
  undo: /^Undo \d/,
  continue: /^Write the other \d/,
} as const;

/** Compares the head of a job with what the service allows. */
async function compareJob(page: Page, desk: Desk, id: string): Promise<Job> {
  await page.goto(desk.address(`jobs/${id}`));
  const job = JSON.parse(await desk.galley.run("job", "show", id, "--json")) as Job;
  const { withdraw: _, archive: _in, unarchive: _menu, ...allowed } = job.can;
  await test.step(`job ${id}: ${job.state}`, async () => {
    await expect(
      page.getByRole("heading", { level: 1, name: new RegExp(`^${id}\\b`) }),
    ).toBeVisible();
    await expect
      .poll(async () => {
        const offers = {} as typeof allowed;
        for (const [action, name] of Object.entries(JOB_BUTTONS)) {
          const buttons = page.getByRole("button", { name, disabled: false });
          offers[action as keyof typeof JOB_BUTTONS] = (await buttons.count()) > 0;
        }
        return offers;
      })
      .toEqual(allowed);
  });
  await compareMenu(page, desk, id);
  return job;
}

/** The menu of the row of a job says of what it would cost only once it is asked. */
const MENU_OF_JOB = { ...JOB_BUTTONS, continue: /^Write the rest…/ };

const rowOfJob = (page: Page, id: string) => page.locator(`[data-row^="Job ${id}, "]`);

/** Compares the menu of the row of a job, and what its button opens, with what the service allows. */
async function compareMenu(page: Page, desk: Desk, id: string) {
  await page.goto(desk.address("jobs"));
  const row = rowOfJob(page, id);
  await expect(row).toBeVisible();
  const openings = {
    "its menu": () => row.click({ button: "right", position: { x: 4, y: 4 } }),
    "its button": () => row.getByRole("button", { name: `More for job ${id}` }).click(),
  };
  for (const [way, openMenu] of Object.entries(openings)) {
    // The page hears of a change a moment after the command has ended.
    await expect(async () => {
      const { can } = JSON.parse(await desk.galley.run("job", "show", id, "--json")) as Job;
      const { withdraw: _, archive: _in, unarchive: _out, ...allowed } = can;
      await openMenu();
      const entries = page.getByRole("menu").getByRole("menuitem");
      await expect(entries.first()).toBeVisible();
      const names = await entries.allInnerTexts();
      await page.keyboard.press("Escape");
      await expect(entries.first()).toBeHidden();
      const offers = Object.fromEntries(
        Object.entries(MENU_OF_JOB).map(([action, name]) => [
          action,
          names.some((one) => name.test(one.split("\n")[0] ?? "")),
        ]),
      );
      expect(offers, `job ${id}, ${way}`).toEqual(allowed);
    }).toPass();
  }
}

/** Connects another shop to the desk's Galley; its pages are those of the desk returned. */
async function beside(desk: Desk, name: string, shop: ForeignShop): Promise<Desk & { id: string }> {
  const add = ["shop", "add", "shopify", `${name}.myshopify.com`, "--endpoint", shop.endpoint];
  const { id } = JSON.parse(
    await desk.galley.runWith(shop.token, ...add, "--token-stdin", "--json"),
  ) as { id: string };
  await desk.galley.run("sync", id);
  const address = (page: string) => `${new URL(desk.galley.url).origin}/#/s/${id}/${page}`;
  return { ...desk, shop, id, address };
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
  const job = await compareJob(page, desk, String(ids[0]?.split("/")[0]));
  expect(job.can).toMatchObject({ publish: true, undo: true, retry: false, cancel: false });
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

test("drafts that the shop refused, open items and skipped ones offer what the service allows", async ({
  page,
  desk,
  foreignShop,
}) => {
  const shop = await foreignShop(3, "--faults", "userErrors@productUpdate:times=1");
  const west = await beside(desk, "west", shop);
  const create = async (...args: string[]) => {
    const job = await desk.galley.run("job", "create", west.id, "--all", ...args, "--json");
    return (JSON.parse(job) as { id: string }).id;
  };
  await desk.writer("template");
  const refused = await create("--field", "description", "--wait");
  await desk.galley.run("publish", refused, "--item", `${refused}/1`, "--wait");
  const failed = await compare(page, west, `${refused}/1`);
  expect([failed.state, failed.publish_state]).toEqual(["generated", "failed"]);
  await compareRows(page, west, [`${refused}/1`]);
  expect((await compareJob(page, west, refused)).can.retry).toBe(true);

  await desk.writer("openai");
  await desk.galley.run("settings", "set", "writer.concurrency", "1");
  desk.endpoint.hold();
  const open = await create("--field", "meta_description", "--only-empty");
  const state = async (n: number) => (await itemOf(desk, `${open}/${n}`)).state;
  await expect.poll(() => state(1)).toBe("generating");
  await compare(page, west, `${open}/1`);
  expect((await compare(page, west, `${open}/3`)).state).toBe("pending");
  await compareRows(page, west, [`${open}/1`, `${open}/3`]);
  expect((await compareJob(page, west, open)).can).toMatchObject({ pause: true, cancel: true });

  const { product } = JSON.parse(await desk.galley.run("item", "show", `${open}/3`, "--json")) as {
    product: { handle: string };
  };
  await shop.change(product.handle, { seo: { description: "Written by the client" } });
  await desk.galley.run("sync", west.id);
  desk.endpoint.release();
  await expect.poll(() => state(3)).toBe("skipped");
  await compare(page, west, `${open}/3`);
  await compareRows(page, west, [`${open}/1`, `${open}/3`]);
  await desk.galley.run("settings", "set", "writer.concurrency", "4");
});

test("a job offers what the service allows while it is paused, and after it was cancelled", async ({
  page,
  desk,
}) => {
  await desk.writer("openai");
  desk.endpoint.hold();
  const job = await desk.job({ field: "meta_description", wait: false });
  await desk.galley.run("job", "pause", job);
  expect((await compareJob(page, desk, job)).can).toMatchObject({ resume: true, cancel: true });
  await desk.galley.run("job", "cancel", job);
  expect((await compareJob(page, desk, job)).can).toMatchObject({ resume: false, cancel: false });
});

test("the menu of a job steers that job and no other, and asks before it spends, cancels or publishes", async ({
  page,
  desk,
}) => {
  const show = async (id: string) =>
    JSON.parse(await desk.galley.run("job", "show", id, "--json")) as Job & {
      counts: Record<"total" | "published", number>;
    };
  await desk.writer("template");
  const ready = await desk.job({ field: "title", products: desk.products.slice(0, 2) });
  await desk.writer("openai");
  const shop = /\/s\/([^/]+)/.exec(desk.address(""))?.[1] ?? "";
  const sampling = ["job", "create", shop, "--all", "--field", "seo_title", "--sample", "10"];
  const { id: sample } = JSON.parse(await desk.galley.run(...sampling, "--wait", "--json")) as Job;
  desk.endpoint.hold();
  const other = await desk.job({ field: "description", wait: false });
  const held = await desk.job({ field: "meta_description", wait: false });
  await page.goto(desk.address("jobs"));
  const choose = async (id: string, name: RegExp) => {
    await rowOfJob(page, id).click({ button: "right", position: { x: 4, y: 4 } });
    await page.getByRole("menu").getByRole("menuitem", { name }).click();
  };

  await choose(held, /^Pause/);
  await expect.poll(async () => (await show(held)).state).toBe("paused");
  await expect(rowOfJob(page, held)).toContainText("Paused");
  await choose(held, /^Resume/);
  await expect.poll(async () => (await show(held)).state).not.toBe("paused");
  await choose(held, /^Cancel job…/);
  const question = page.getByRole("dialog", { name: `Cancel job ${held}?` });
  await question.getByRole("button", { name: "Cancel job" }).click();
  await expect.poll(async () => (await show(held)).state).toBe("cancelled");
  expect((await show(other)).state).not.toMatch(/paused|cancelled/);

  await choose(sample, /^Write the rest…/);
  const cost = page.getByRole("dialog", { name: `Write the rest of job ${sample}?` });
  await expect(cost.getByRole("button", { name: /^Write the other 2/ })).toBeVisible();
  expect((await show(sample)).can.continue).toBe(true);
  await cost.getByRole("button", { name: /^Write the other 2/ }).click();
  await expect(cost).toBeHidden();
  await expect.poll(async () => (await show(sample)).counts.total).toBe(12);
  desk.endpoint.release();

  await choose(ready, /^Publish All 2…/);
  const publish = page.getByRole("dialog").last();
  await expect(publish).toContainText("north.myshopify.com");
  await publish.getByRole("checkbox").check(); // nobody opened them
  await publish.getByRole("button", { name: "Publish 2" }).click();
  await expect.poll(async () => (await show(ready)).counts.published).toBe(2);
  await expect(rowOfJob(page, ready)).toContainText(/2 of 2\s*2/);
  await choose(ready, /^Undo 2…/);
  await page.getByRole("dialog").getByRole("button", { name: "Put back 2" }).click();
  await expect.poll(async () => (await show(ready)).counts.published).toBe(0);
});

test("what the palette offers for a job is done with that job, or not at all once another took its place", async ({
  page,
  desk,
}) => {
  const state = async (id: string) =>
    (JSON.parse(await desk.galley.run("job", "show", id, "--json")) as Job).state;
  await desk.writer("openai");
  desk.endpoint.hold();
  const paused = async () => {
    const id = await desk.job({ field: "meta_description", wait: false });
    await desk.galley.run("job", "pause", id);
    return id;
  };
  const named = await paused();
  await page.goto(desk.address("jobs"));
  const current = (id: string) => page.locator(`[data-row^="Job ${id}, "][data-current]`);
  await expect(current(named)).toContainText("Paused");
  const resume = page.getByRole("option", { name: /^Resume Job/ });
  const find = async () => {
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox", { name: /^Shop, product/ }).fill("resume");
  };
  await find();
  await expect(resume).toContainText(`Job ${named}, `);

  const newer = await paused();
  await expect(current(newer)).toContainText("Paused");
  await resume.click();
  await expect(page.getByRole("listbox", { name: "Found" })).toBeHidden();
  await find();
  await expect(resume).toContainText(`Job ${newer}, `);
  expect([await state(named), await state(newer)]).toEqual(["paused", "paused"]);

  await resume.click();
  await expect.poll(() => state(newer)).not.toBe("paused");
  expect(await state(named)).toBe("paused");
  desk.endpoint.release();
});

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
  await page.getByRole("button", { name: "Regenerate, go on" }).click();
  await expect.poll(async () => (await itemOf(desk, id)).publish_state).toBe("unpublished");
});

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
