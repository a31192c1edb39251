import { type Desk, expect, test } from "./desk";
import { beside, compare, compareRows, itemOf } from "./offered";
import { compareJob } from "./offeredJobs";

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
