import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type BrowserContextOptions, request } from "@playwright/test";
import { type Endpoint, startEndpoint } from "./endpoint";
import { test as quiet } from "./galley";
import { type ForeignShop, type Galley, startGalley, startShop } from "./programs";

/** A home as it looks after some days of work, for pictures of it. */
export interface Showcase {
  galley: Galley;
  endpoint: Endpoint;
  /** The shop in a screenshot, and the stand-in for the client's shop. */
  shop: string;
  client: ForeignShop;
  /** Numbers of the jobs that pictures are of. */
  jobs: Record<"review" | "failed" | "paused" | "cancelled" | "running", string>;
  /** The address of a page of the shop, such as jobs or jobs/3. */
  address(page: string): string;
}

const PRICES = (dollars: number) =>
  JSON.stringify([{ model: "copy-large-2", input: dollars, cached: 0, output: dollars * 4 }]);

const EXPORT = `Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Option1 Name,Option1 Value,Variant Price,Status
cedar-planter,Cedar planter 30 cm,<p>A planter of cedar.</p>,Tarrowby Pots,Planters,garden,TRUE,Title,Default Title,29.00,active
moss-bench,Larkfield slatted bench,,Larkfield,Benches,garden,TRUE,Title,Default Title,189.00,active
`;

type SignedIn = Exclude<BrowserContextOptions["storageState"], string | undefined>;

async function openShowcase(folder: string): Promise<Showcase & { stop(): Promise<void> }> {
  const [galley, endpoint, client] = await Promise.all([
    startGalley(),
    startEndpoint("copy-large-2"),
    startShop("--latency", "5ms"),
  ]);
  const json = async <T>(...args: string[]) => JSON.parse(await galley.run(...args, "--json")) as T;
  const set = (key: string, value: string) => galley.run("settings", "set", key, value);
  const add = async (shop: ForeignShop, domain: string) => {
    const args = ["shop", "add", "shopify", domain, "--endpoint", shop.endpoint, "--token-stdin"];
    const { id } = JSON.parse(await galley.runWith(shop.token, ...args, "--json")) as {
      id: string;
    };
    await galley.run("sync", id);
    return id;
  };
  const shop = await add(client, "quillmoor.myshopify.com");
  const file = join(folder, "Sallowfield Garden.csv");
  writeFileSync(file, EXPORT);
  await galley.run("shop", "add", "file", file);
  await set("person", "Ada");

  const job = async (field: string, ...args: string[]) =>
    (await json<{ id: string }>("job", "create", shop, "--field", field, ...args)).id;
  // A draft that is not admitted is requested again, and takes the turn of another: it would never end.
  const written = async (id: string, drafts: number) => {
    const { progress, counts } = await json<Written>("job", "show", id);
    if (counts.failed > 0) throw new Error(`job ${id} has drafts that were not admitted`);
    return progress.done >= drafts;
  };
  const all = ["--all", "--wait"];
  await job("seo_title", ...all, "--strategy", "publish");
  const pictures = await job("alt_text", "--unseen", ...all);
  await galley.run("publish", pictures, "--wait");
  await job("meta_description", "--sample", "10", ...all);
  const review = await job(
    "description",
    ...all,
    "--instructions",
    "Plain British English, short sentences. Open with what it is for.",
  );
  await decide(galley, client, review);

  await set("writer.base_url", endpoint.url);
  await set("writer.model", endpoint.model);
  await set("writer.rpm", "0");
  await set("writer.kind", "openai");
  await set("caps.job_usd", "0");
  await set("prices", PRICES(1500));
  const paused = await job("description", "--all");
  await until(async () => (await json<Written>("job", "show", paused)).state === "paused");
  await set("prices", PRICES(1));
  await set("caps.day_usd", "40");
  endpoint.refuse("e");
  const failed = await job("title", "--search", "s", "--wait");
  endpoint.refuse(undefined);
  endpoint.hold();
  const cancelled = await job("meta_description", "--all");
  endpoint.letGo(26);
  await until(() => written(cancelled, 26));
  await galley.run("job", "cancel", cancelled);
  endpoint.release();
  await until(async () => (await json<Written>("job", "show", cancelled)).state === "cancelled");
  endpoint.hold();
  const running = await job("meta_description", "--all");
  endpoint.letGo(48);
  await until(() => written(running, 48));

  return {
    galley,
    endpoint,
    shop,
    client,
    jobs: { review, failed, paused, cancelled, running },
    address: (page) => `${new URL(galley.url).origin}/#/s/${shop}/${page}`,
    stop: async () => {
      await Promise.all([galley.stop(), client.stop(), endpoint.stop()]);
    },
  };
}

interface Written {
  state: string;
  progress: { done: number };
  counts: { failed: number };
}

async function until(done: () => Promise<boolean>): Promise<void> {
  while (!(await done())) await new Promise((resolve) => setTimeout(resolve, 100));
}

/** A job in the middle of its review: some approved, rejected, published, in conflict. */
async function decide(galley: Galley, client: ForeignShop, job: string): Promise<void> {
  const item = (n: number) => `${job}/${n}`;
  const content = await galley.run("item", "show", item(2), "--json");
  const claimed = (JSON.parse(content) as { content: string }).content.replace(
    "</p>",
    " Every pair comes with a 5-year warranty.</p>",
  );
  await galley.runWith(claimed, "item", "edit", item(2), "--content-file", "-");
  await client.change("hazel-bean-frame", {
    descriptionHtml: "<p>Written by the shop meanwhile.</p>",
  });
  const published = [1, 4, 7, 8, 12, 13, 14].flatMap((n) => ["--item", item(n)]);
  await galley.run("publish", job, ...published, "--wait");
  await galley.run("item", "approve", ...[3, 5, 9].map(item));
  await galley.run("item", "reject", item(10));
}

/** Tests that show the home as it is; none of them changes it for the next. */
export const test = quiet.extend<{ home: Showcase }, { opened: Showcase & { signedIn: SignedIn } }>(
  {
    opened: [
      // biome-ignore lint/correctness/noEmptyPattern: the shape that Playwright asks for
      async ({}, use, info) => {
        const showcase = await openShowcase(info.project.outputDir);
        const browser = await request.newContext();
        await browser.get(showcase.galley.url);
        await use({ ...showcase, signedIn: await browser.storageState() });
        await browser.dispose();
        await showcase.stop();
      },
      { scope: "worker", timeout: 180_000 },
    ],
    storageState: ({ opened }, use) => use(opened.signedIn),
    home: ({ opened }, use) => use(opened),
  },
);

export { expect } from "@playwright/test";
