import { existsSync, rmSync } from "node:fs";
import type { Page } from "@playwright/test";
import { collect, keysHere, menuOfRow, offers, openPalette } from "./actions";
import { type Desk, expect, testAlone as test } from "./desk";
import { painted } from "./galley";
import { openHome } from "./home";
import { startShop } from "./programs";
import { keep, unknownAt, unmet, type Walked } from "./walked";

/** What of a desk has a title of its own. */
interface Named {
  products: { title: string }[];
  collections: string[];
}

interface Home extends Desk, Named {
  /** The jobs that the seed made, by what they are for. */
  jobs: Record<string, string>;
  products: Desk["products"];
}

async function seed(desk: Desk): Promise<Home> {
  const run = desk.galley.run;
  await desk.writer("template");
  const review = await desk.job({ field: "description" });
  const claimed = "<p>Made of brass.</p><p>Every pair comes with a 5-year warranty.</p>";
  await desk.galley.runWith(claimed, "item", "edit", `${review}/2`, "--content-file", "-");
  await run("publish", review, "--item", `${review}/1`, "--item", `${review}/4`, "--wait");
  const handle = async (n: number) =>
    (
      JSON.parse(await run("item", "show", `${review}/${n}`, "--json")) as {
        product: { handle: string };
      }
    ).product.handle;
  await desk.shop.change(await handle(1), { descriptionHtml: "<p>Changed by the shop.</p>" });
  await desk.shop.change(await handle(6), { descriptionHtml: "<p>Theirs.</p>" });
  await run("publish", review, "--item", `${review}/6`, "--wait").catch(() => "in conflict");
  const shop = /\/s\/([^/]+)/.exec(desk.address(""))?.[1] ?? "";
  await run("sync", shop);
  await run("item", "approve", `${review}/3`);
  await run("item", "reject", `${review}/5`);
  await desk.writer("openai");
  desk.endpoint.refuse("");
  const failed = await desk.job({ field: "title", products: desk.products.slice(0, 3) });
  desk.endpoint.refuse(undefined);
  desk.endpoint.hold();
  const paused = await desk.job({ field: "meta_description", wait: false });
  await run("job", "pause", paused);
  await run("settings", "set", "writer.concurrency", "1");
  const running = await desk.job({ field: "seo_title", wait: false });
  return { ...desk, jobs: { review, failed, paused, running }, collections: [] };
}

/** What is less often on a page: other kinds of texts, a comparison, a text that is marked as good. */
async function seedRarer(desk: Desk): Promise<Home> {
  const { products, galley } = desk;
  const shop = /\/s\/([^/]+)/.exec(desk.address(""))?.[1] ?? "";
  await desk.writer("template");
  const review = await desk.job({ field: "description", products: products.slice(0, 2) });
  const collections = await desk.job({ field: "collection_description" });
  const pictures = products.slice(0, 3);
  const altText = await desk.job({ field: "alt_text", products: pictures, unseen: true });
  await galley.run("profile", "mark", shop, products[0]?.handle ?? "", "--field", "title");
  await desk.writer("openai");
  const compare = ["job", "compare", shop, "--field", "seo_title", "--all", "--sample", "3"];
  const voices = [
    "--instructions",
    "Say what {title} is for.",
    "--other-instructions",
    "Be brief.",
  ];
  const { a } = JSON.parse(await galley.run(...compare, ...voices, "--json")) as {
    a: { id: string };
  };
  const listed = JSON.parse(await galley.run("collection", "list", shop, "--json"));
  return {
    ...desk,
    jobs: { review, collections, altText, compared: a.id },
    collections: (listed as { title: string }[]).map(({ title }) => title),
  };
}

const rows = (page: Page) => page.getByRole("row", { name: /^Select (?!all)/ });

/** Loads a page anew, also where only the part after "#" differs. */
async function visit(page: Page, address: string): Promise<void> {
  await page.goto("about:blank");
  await page.goto(address);
}

type Way = (page: Page, home: Home) => Promise<void>;
const press =
  (...keys: string[]): Way =>
  async (page) => {
    for (const key of keys) await page.keyboard.press(key);
  };
const dialog = (page: Page) => page.getByRole("dialog").last();
const opened =
  (name: RegExp | string): Way =>
  (page) =>
    expect(page.getByRole("dialog", { name })).toBeVisible();
const at =
  (path: (home: Home) => string): Way =>
  async (page, home) => {
    await visit(page, home.address(path(home)));
    await expect(rows(page).first()).toBeVisible();
  };
const top =
  (path: string): Way =>
  async (page, home) => {
    await visit(page, `${new URL(home.galley.url).origin}/#/${path}`);
  };
const seen =
  (name: RegExp | string): Way =>
  (page) =>
    expect(page.getByRole("button", { name }).first()).toBeVisible();
const click =
  (name: RegExp | string): Way =>
  (page) =>
    page.getByRole("button", { name }).first().click();
const draft =
  (n: number, of = "review"): Way =>
  async (page, home) => {
    await visit(page, home.address(`jobs/${home.jobs[of]}/${n}`));
    await expect(dialog(page).getByRole("button", { name: /^Next/ })).toBeVisible();
  };
const all =
  (...ways: Way[]): Way =>
  async (page, home) => {
    for (const way of ways) await way(page, home);
  };

/** Chooses a file of keyphrases, of which one is taken. */
const chooseKeyphrases: Way = async (page, { products }) => {
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Import a file…" }).click();
  const lines = [
    "Top pages,Query,Clicks,Impressions,Position",
    `https://shop.example/products/${products[0]?.handle},ruler of brass,5,90,3.2`,
  ];
  const buffer = Buffer.from(lines.join("\n"));
  await (await choosing).setFiles({ name: "console.csv", mimeType: "text/csv", buffer });
};

/** Skips what is left to read. */
const toTheEnd: Way = async (page) => {
  const end = page.getByRole("heading", { name: /^All read/ });
  const reading = page.getByRole("dialog", { name: /^Preview of/ });
  while (!(await end.isVisible())) {
    await page.keyboard.press("s");
    await expect(end.or(reading).first()).toBeVisible();
  }
};

/** What is published while the shop does not answer. */
const wait: Way = async (page, home) => {
  await home.shop.stop();
  await home.galley.run("publish", home.jobs.review ?? "");
  await visit(page, home.address("products"));
};

/** Every place where something can be done, and the way there from the one before. */
const PLACES: Record<string, [string, Way][]> = {
  "of products": [
    ["products", at(() => "products")],
    ["products, selected", all(press("x"), seen(/^New job for 1/))],
    [
      "products, filters",
      all(press("Escape", "f"), (page) =>
        expect(page.getByRole("checkbox", { name: /Active/ })).toBeVisible(),
      ),
    ],
    ["new job", all(press("Escape", "n"), seen(/^Write /))],
    ["collections", at(() => "collections")],
    [
      "collection editor",
      all(press("Enter"), (page) =>
        expect(page.getByRole("toolbar", { name: "Formatting" })).toBeVisible(),
      ),
    ],
    ["keyphrases", at(() => "keyphrases")],
    ["keyphrases, selected", all(press("x"), seen(/^Clear/))],
  ],
  "of jobs": [
    [
      "jobs",
      all(
        (page, home) => visit(page, home.address("jobs")),
        (page) =>
          expect(page.getByRole("grid", { name: "Jobs" }).getByRole("row").nth(2)).toBeVisible(),
      ),
    ],
    ["jobs, rename", all(press("F2"), opened(/Rename/))],
    ["jobs, write again", all(press("Escape", "w"), (page) => expect(dialog(page)).toBeVisible())],
    ["job", at((home) => `jobs/${home.jobs.review}`)],
    ["job, selected", all(press("ArrowDown", "x"), seen(/^Publish 1…/))],
    [
      "job, find and replace",
      all(press("Control+h"), (page) => expect(dialog(page)).toBeVisible()),
    ],
    [
      "job, written again",
      all(
        at((home) => `jobs/${home.jobs.review}`),
        press("ArrowDown", "g"),
        (page) => expect(dialog(page)).toBeVisible(),
      ),
    ],
    [
      "job, publish all",
      all(press("Escape", "Control+Shift+P"), (page) => expect(dialog(page)).toBeVisible()),
    ],
    [
      "job, undo",
      all(press("Escape"), click(/^Undo \d/), (page) => expect(dialog(page)).toBeVisible()),
    ],
    ["job, conflicts", at((home) => `jobs/${home.jobs.review}?show=conflict`)],
    ["job, running", at((home) => `jobs/${home.jobs.running}`)],
    ["job, table", all(press("t"), (page) => expect(rows(page).first()).toBeVisible())],
    ["job, cancel", all(click(/^Cancel job/), (page) => expect(dialog(page)).toBeVisible())],
    ["job, paused", at((home) => `jobs/${home.jobs.paused}`)],
    ["job, failed", at((home) => `jobs/${home.jobs.failed}`)],
    [
      "job, alike",
      all(
        (page, home) => visit(page, home.address(`jobs/${home.jobs.review}?show=alike`)),
        seen(/^Keep/),
      ),
    ],
  ],
  "of drafts": [
    ["preview", draft(2)],
    ["preview, facts", all(press("f"), seen(/^Add a fact/))],
    ["preview, fact sheet question", all(press("2"), seen("Add fact"))],
    ["preview, revisions", all(draft(2), press("h"), opened(/^Revisions of/))],
    ["preview, regenerate", all(press("Escape", "g"), seen(/^Regenerate, go on/))],
    ["preview, publish", all(press("Escape", "p"), seen("Publish 1"))],
    [
      "preview, editing",
      all(press("Escape", "e"), seen(/^Just save/), (page) =>
        expect(page.getByRole("tab", { name: /^Score\s*[1-9]/ })).toBeVisible(),
      ),
    ],
    [
      "preview of a failed one",
      all(
        press("Escape"),
        (page, home) => visit(page, home.address(`jobs/${home.jobs.failed}/1`)),
        seen(/^Retry/),
      ),
    ],
    ["preview of a conflict", all(draft(6), seen(/^Use mine/))],
    ["preview, changed since", all(draft(1), seen(/^Take over/))],
    ["inbox", all(top("review"), seen(/^Read /))],
    ["reading", all(press("Enter"), opened(/^Preview of/))],
  ],
  "of shops": [
    ["activity", at(() => "activity")],
    [
      "activity, entry",
      all(press("Space"), (page) =>
        expect(page.getByRole("complementary", { name: /^Entry/ })).toBeVisible(),
      ),
    ],
    [
      "activity, undo",
      all(
        at(() => "activity"),
        click(/^Undo the/),
        (page) => expect(dialog(page)).toBeVisible(),
      ),
    ],
    [
      "profile",
      all((page, home) => visit(page, home.address("profile")), seen(/^Show the prompt/)),
    ],
    ["profile, a fact", all(click("Add a fact…"), (page) => expect(dialog(page)).toBeVisible())],
    ["settings", all(top("settings"), seen(/^Find models/))],
    ["settings, licences", all(click(/^Licences/), (page) => expect(dialog(page)).toBeVisible())],
    ["setup", all(top("setup"), seen(/^Test/))],
    [
      "guide",
      all(top("guide"), (page) =>
        expect(page.getByRole("heading", { name: /Galley in five/ }).first()).toBeVisible(),
      ),
    ],
    ["shops", all(top("shops"), seen("Check"))],
    [
      "shops, switcher",
      all(press("Control+o"), (page) =>
        expect(page.getByRole("combobox", { name: "Find a shop" })).toBeFocused(),
      ),
    ],
    ["shops, facts", all(press("Escape"), click(/^Facts of/), seen("Save facts"))],
    [
      "shops, remove",
      all(press("Escape"), click(/^Remove…/), (page) => expect(dialog(page)).toBeVisible()),
    ],
    [
      "shops, check",
      all(press("Escape"), click("Check"), (page) =>
        expect(page.getByRole("complementary")).toBeVisible(),
      ),
    ],
    ["shops, add", all(top("shops?add=true"), seen("Connect"))],
    [
      "product editor",
      async (page, home) => {
        await visit(page, home.address(`products/${home.products[0]?.handle}`));
        await page
          .getByRole("textbox", { name: "Meta description" })
          .fill("Fifteen centimetres of brass.");
        await expect(page.getByText("1 change not saved")).toBeVisible();
      },
    ],
    ["product editor, publish", all(press("Control+Enter"), opened(/^Publish/))],
  ],
};

/** Where the seed is the rarer one. */
const RARER: Record<string, [string, Way][]> = {
  "that are met less often": [
    ["welcome", all(top("welcome"), seen(/^Open the demo shop/))],
    [
      "comparison",
      all(
        (page, home) => visit(page, home.address(`compare/${home.jobs.compared}`)),
        seen(/^Swap/),
      ),
    ],
    ["comparison, chosen", all(press("Shift+Digit1"), seen(/^Write the other/))],
    ["comparison, question", all(click(/^Edit and write again/), opened(/^Write A again/))],
    ["preview of a collection", draft(1, "collections")],
    ["preview of an alt text", draft(1, "altText")],
    ["reading, the end", all(top("review"), seen(/^Read /), press("Enter"), toTheEnd)],
    [
      "profile, a marked text",
      all((page, home) => visit(page, home.address("profile")), seen(/^Learn from them/)),
    ],
    ["profile, learn", all(click(/^Learn from them/), seen("Learn"))],
    [
      "keyphrases, import",
      all(
        at(() => "keyphrases"),
        chooseKeyphrases,
        seen(/^Set 1/),
      ),
    ],
    ["keyphrases, imported", all(click(/^Set 1/), seen(/^Take back this import/))],
    ["products, a shop that does not answer", all(wait, seen("See what waits"))],
    ["outbox", all(click("See what waits"), seen(/^Withdraw all/))],
    ["outbox, withdraw", all(click(/^Withdraw all/), seen("Withdraw 2"))],
  ],
};

/** Where the palette does not open, and why. */
const SHUT: Record<string, string> = {
  "preview, regenerate": "a note is typed: no key of its popover reaches the draft behind",
};

/** A name with what differs from home to home left out. */
function plain(name: string, home: Named): string {
  if (home.products.some(({ title }) => title === name)) return "‹product›";
  if (home.collections.includes(name)) return "‹collection›";
  return name.replace(/\d[\d,:.]*/g, "#");
}

/** What the palette and the menu of the row leave out of what can be pressed on the page. */
async function leftOut(page: Page): Promise<{ found: string[]; missing: string[] }> {
  const found = (await collect(page)).filter(({ rail, opens }) => !rail && !opens);
  const menu = await menuOfRow(page);
  const dialogs = await page.getByRole("dialog").count();
  const missing = found
    .filter(({ row, name }) => row !== "" && !menu.some((entry) => entry.name === name))
    .map(({ name, row }) => `the menu of ${row} lacks ${name}`);
  await openPalette(page);
  for (const { name, key } of [...found, ...menu]) {
    const offered = (await offers(page, name)).filter((entry) => entry.name === name);
    if (offered.length === 0) missing.push(`the palette lacks ${name}`);
    else if (key !== "" && !offered.some((entry) => entry.key === key))
      missing.push(`the palette lacks the key ${key} of ${name}`);
  }
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(dialogs);
  return { found: [...found, ...menu].map(({ name }) => name), missing };
}

/** Says what of it is not in the palette, not in the menu of its row, or no known action. Answers what there is. */
async function lookAt(page: Page, name: string, of: Named): Promise<Walked> {
  await painted(page);
  const shut = SHUT[name] !== undefined;
  const look = async () =>
    shut
      ? { found: (await collect(page)).map((one) => one.name), missing: [] }
      : await leftOut(page);
  let { found, missing } = await look();
  // What changes while it is looked at, as a score does, is looked at again.
  for (let again = 0; missing.length > 0 && again < 2; again++) ({ found, missing } = await look());
  const dialogs = await page.getByRole("dialog").count();
  // While a text is typed, "?" is a part of it.
  const typing = shut || /editing|question/.test(name);
  const keys = typing ? [] : await keysHere(page);
  const names = [...found, ...keys].map((one) => plain(one, of));
  // Escape in the list of keys closes that list, and nothing under it.
  expect(await page.getByRole("dialog").count(), name).toBe(dialogs);
  expect
    .soft({ missing, unknown: unknownAt(name, names) }, name)
    .toEqual({ missing: [], unknown: [] });
  return { [name]: names };
}

/** The last walk to end says which known actions none of them met. */
function compare(walked: Walked): void {
  const all = keep(walked, test.info(), walks.length + 1);
  expect(all ? unmet(all) : [], "known actions that are nowhere").toEqual([]);
}

test.describe.configure({ mode: "parallel" });

const walks = [
  ...Object.entries(PLACES).map(([of, places]) => ({ of, places, prepare: seed })),
  ...Object.entries(RARER).map(([of, places]) => ({ of, places, prepare: seedRarer })),
];
for (const { of, places, prepare } of walks) {
  test(`what can be pressed on the pages ${of} is in the palette, in the menu of its row, and is a command`, async ({
    page,
    desk,
  }) => {
    test.setTimeout(900_000);
    const home = await prepare(desk);
    const walked: Walked = {};
    for (const [name, go] of places) {
      await test.step(name, async () => {
        await go(page, home);
        Object.assign(walked, await lookAt(page, name, home));
      });
    }
    compare(walked);
  });
}

/** A data file that was restored while six texts waited, served. */
async function restored(home: ReturnType<typeof openHome>): Promise<string> {
  const shop = await startShop("--products", "6", "--latency", "0");
  try {
    const add = ["shop", "add", "shopify", "north.myshopify.com", "--endpoint", shop.endpoint];
    await home.run([...add, "--token-stdin"], shop.token);
    const [{ id }] = JSON.parse(await home.run(["shop", "list", "--json"]));
    await home.run(["sync", id]);
    await home.run(["job", "create", id, "--field", "meta_description", "--all", "--wait"]);
  } finally {
    await shop.stop();
  }
  await home.run(["publish", "1"]);
  const first = await home.serve();
  await expect.poll(() => existsSync(`${home.file}.copy-1`)).toBe(true);
  await first.stop();
  rmSync(home.file);
  await home.run(["doctor", "--restore"]);
  return (await home.serve()).url;
}

test("what can be pressed on held work is in the palette, and is a command", async ({ page }) => {
  const home = openHome();
  const press = (name: RegExp | string) => page.getByRole("button", { name }).first().click();
  const shown = (name: RegExp | string) =>
    expect(page.getByRole("button", { name }).first()).toBeVisible();
  const unnamed = { products: [], collections: [] };
  try {
    await page.goto(await restored(home));
    await shown("See what is held");
    const strip = await lookAt(page, "products, held", unnamed);
    await press("See what is held");
    await shown("Withdraw all…");
    const list = await lookAt(page, "held", unnamed);
    await press("Publish these…");
    await shown(/^Publish 6/);
    const publish = await lookAt(page, "held, publish", unnamed);
    await page.keyboard.press("Escape");
    await press("Withdraw…");
    await shown(/^Withdraw 6 texts/);
    const withdraw = await lookAt(page, "held, withdraw", unnamed);
    compare({ ...strip, ...list, ...publish, ...withdraw });
  } finally {
    await page.close();
    await home.close();
  }
});
