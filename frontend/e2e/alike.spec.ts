import { type Desk, expect, test } from "./desk";
import { expectAccessible } from "./violations";

interface Job {
  alike: { texts: number; groups: number };
  counts: { alike: number };
}

/** Texts of words that no other has, which begin alike or not. */
const sentences = [
  "Heron maple quartz ember violet canyon meadow cobalt saffron thistle walnut zephyr ledger",
  "Lagoon pepper anchor ribbon copper basil juniper tundra marble cedar indigo falcon mantle",
  "Orchid granite willow comet harbor velvet acorn prairie onyx lantern coral sparrow timber",
  "Ginger summit pebble aurora clover mosaic raven amber delta frost birch nectar sandal",
  "Fern tulip badger crystal molten harvest linen cricket plaza ivory cinder beacon otter",
  "Poplar satin glacier bramble thimble parsley flint monsoon dahlia kettle russet grove",
];

/** A job of which three drafts begin alike. */
async function alikeJob(desk: Desk): Promise<string> {
  await desk.writer("openai");
  const products = desk.products.slice(0, sentences.length);
  const job = await desk.job({ field: "meta_description", products });
  const { writeFile } = await import("node:fs/promises");
  const { tmpdir } = await import("node:os");
  for (const [at, words] of sentences.entries()) {
    const file = `${tmpdir()}/alike-${process.pid}-${at}.txt`;
    await writeFile(file, at < 3 ? `Get to know it: ${words}.` : `${words}.`);
    await desk.galley.run("item", "edit", `${job}/${at + 1}`, "--content-file", file);
  }
  return job;
}

const jobNow = async (desk: Desk, job: string) =>
  JSON.parse(await desk.galley.run("job", "show", job, "--json")) as Job;

test("drafts that begin alike are held, kept, and held again once one changes", async ({
  page,
  desk,
}) => {
  const job = await alikeJob(desk);
  await page.goto(desk.address(`jobs/${job}`));
  const tab = page.getByRole("button", { name: /^Alike/ });
  await expect(tab).toHaveText("Alike3in 1 group");

  await test.step("Publish All leaves them out, and says so", async () => {
    await page.getByRole("button", { name: /^Publish All 3/ }).click();
    const question = page.getByRole("dialog");
    await expect(question).toContainText(/3\s*too much like other texts/);
    await page.keyboard.press("Escape");
    await expect(question).toBeHidden();
  });

  await tab.click();
  const list = page.getByRole("region", { name: "Alike" });
  const group = list.getByRole("listitem").filter({ hasText: "Begin with “Get to know”" }).first();
  await test.step("the group says what its texts share", async () => {
    await expect(group).toContainText("3 of 6 drafts");
    await expect(group).toContainText("Held from Publish All");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowRight");
    await expect(list.locator("mark")).toHaveText(["Get to know", "Get to know", "Get to know"]);
    await expectAccessible(page);
    await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
    await expectAccessible(page);
    await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  });

  await test.step("a key opens a draft", async () => {
    await page
      .getByRole("button", { name: /^Preview / })
      .first()
      .click();
    await expect(page.getByRole("dialog", { name: /^Preview of/ })).toBeVisible();
    await page.keyboard.press("Escape");
  });

  await test.step("a kept group is not held, and can be taken back", async () => {
    await list.getByRole("button", { name: /^Keep: / }).click();
    await expect(list.getByText("No drafts are too much alike.")).toBeVisible();
    await expect(page.getByRole("button", { name: /^Publish All 6/ })).toBeVisible();
    await expect(tab).toHaveText("Alike0" + "1 group kept");
    await list.getByRole("button", { name: /^Take back/ }).click();
    await expect(group).toBeVisible();
    await expect(page.getByRole("button", { name: /^Publish All 3/ })).toBeVisible();
  });
});

test("a group is written again, not like the others", async ({ page, desk }) => {
  const job = await alikeJob(desk);
  await page.goto(desk.address(`jobs/${job}?show=alike`));
  const list = page.getByRole("region", { name: "Alike" });
  await expect(list.getByText("Begin with “Get to know”")).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("x");
  const bar = page.getByRole("toolbar");
  await expect(bar).toContainText("1 group, 3 texts");
  desk.endpoint.hold();
  await page.keyboard.press("g");
  const question = page.getByRole("dialog", { name: "Write 3 drafts again, not like the others?" });
  await question.getByRole("button", { name: "Write 3 again" }).click();
  await expect(question).toBeHidden();
  await expect(page.getByRole("region", { name: "Counts" })).toContainText("Writing again");
  expect((await jobNow(desk, job)).counts.alike).toBe(3);
  desk.endpoint.release();
  await expect(list.getByText("No drafts are too much alike.")).toBeVisible();
  expect((await jobNow(desk, job)).alike).toMatchObject({ texts: 0, groups: 0 });
  const item = await desk.galley.run("item", "show", `${job}/1`, "--json");
  expect(JSON.parse(item).content).not.toContain("Get to know");
});

test("texts on the shop that are the same are written by a new job", { tag: "@deep" }, async ({
  page,
  desk,
}) => {
  const some = desk.products.slice(0, 3);
  const shop = desk.address("").split("/").at(-2) ?? "";
  const shown = async (handle: string) =>
    JSON.parse(await desk.galley.run("product", "show", shop, handle, "--json")) as {
      seo_title: { text: string; null?: boolean };
    };
  const before = await Promise.all(some.map(({ handle }) => shown(handle)));
  const title = async (handle: string, text: string) =>
    desk.shop.change(handle, { seo: { title: text } });
  for (const { handle } of some) await title(handle, "Everything for the house");
  await desk.galley.run("sync", shop);
  await desk.writer("template");
  const job = await desk.job({ field: "meta_description", products: some });

  try {
    await page.goto(desk.address(`jobs/${job}?show=alike`));
    const list = page.getByRole("region", { name: "Alike" });
    await expect(list.getByText("Identical SEO titles: “Everything for the house”")).toBeVisible();
    await list.getByRole("button", { name: "Write 3 SEO titles…" }).click();
    const panel = page.getByRole("complementary", { name: "New job" });
    await expect(panel.getByText("3 products", { exact: true })).toBeVisible();
    await expect(panel.getByRole("radio", { name: "SEO title", exact: true })).toBeChecked();
    await panel.getByRole("button", { name: "Write 3 SEO titles", exact: true }).click();
    await expect(panel).toBeHidden();
    const made = async () =>
      (
        JSON.parse(await desk.galley.run("job", "list", "--json")) as {
          field: string;
          counts: { total: number };
        }[]
      ).filter(({ field, counts }) => field === "seo_title" && counts.total === 3);
    await expect.poll(async () => (await made()).length).toBe(1);
  } finally {
    for (const [i, { handle }] of some.entries()) {
      await title(handle, before[i]?.seo_title.text ?? "");
    }
    await desk.galley.run("sync", shop);
  }
});
