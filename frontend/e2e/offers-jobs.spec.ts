import { expect, test } from "./desk";
import { compareJob, type Job, rowOfJob } from "./offeredJobs";

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
