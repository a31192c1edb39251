import { type BrowserContextOptions, request } from "@playwright/test";
import { type Endpoint, startEndpoint } from "./endpoint";
import { test as quiet } from "./galley";
import { type ForeignShop, type Galley, startGalley, startShop } from "./programs";

/** A desk to review at: one Galley, one client's shop, one model endpoint, for many tests in a row. */
export interface Desk {
  galley: Galley;
  shop: ForeignShop;
  endpoint: Endpoint;
  /** The products of the shop in the order of the list. */
  products: Product[];
  /** The address of a page of that shop, such as jobs or jobs/3. */
  address(page: string): string;
  /** Starts a job for the named products, or for all, and returns its number. */
  job(options: JobOptions): Promise<string>;
  /** Whether new jobs are written by the endpoint, or by the template writer. */
  writer(kind: "openai" | "template"): Promise<void>;
}

interface Product {
  handle: string;
  title: string;
}

interface JobOptions {
  field: string;
  products?: Product[];
  instructions?: string;
  strategy?: "review" | "publish";
  /** Alt text also of pictures that the writer does not see. */
  unseen?: boolean;
  /** Returns when it is written; else at once. */
  wait?: boolean;
}

type SignedIn = Exclude<BrowserContextOptions["storageState"], string | undefined>;

interface WorkerFixtures {
  opened: Desk & { signedIn: SignedIn };
}

async function openDesk(): Promise<Desk> {
  const [galley, shop, endpoint] = await Promise.all([
    startGalley(),
    startShop("--products", "12", "--latency", "20ms"),
    startEndpoint(),
  ]);
  const json = async <T>(...args: string[]) => JSON.parse(await galley.run(...args, "--json")) as T;
  const add = ["shop", "add", "shopify", "north.myshopify.com", "--endpoint", shop.endpoint];
  const { id } = JSON.parse(
    await galley.runWith(shop.token, ...add, "--token-stdin", "--json"),
  ) as { id: string };
  await galley.run("sync", id);
  const set = (key: string, value: string) => galley.run("settings", "set", key, value);
  await set("writer.base_url", endpoint.url);
  await set("writer.model", endpoint.model);
  await set("writer.rpm", "0");

  return {
    galley,
    shop,
    endpoint,
    products: await json<Product[]>("product", "list", id),
    address: (page) => `${new URL(galley.url).origin}/#/s/${id}/${page}`,
    job: async ({ field, products, instructions, strategy, unseen, wait = true }) => {
      const chosen = products?.flatMap(({ handle }) => ["--handle", handle]) ?? ["--all"];
      const args = ["job", "create", id, "--field", field, ...chosen];
      if (instructions) args.push("--instructions", instructions);
      if (strategy) args.push("--strategy", strategy);
      if (unseen) args.push("--unseen");
      if (wait) args.push("--wait");
      return (await json<{ id: string }>(...args)).id;
    },
    writer: async (kind) => {
      await set("writer.kind", kind);
    },
  };
}

async function close({ galley, shop, endpoint }: Desk): Promise<void> {
  await Promise.all([galley.stop(), shop.stop(), endpoint.stop()]);
}

/** Tests that name all that is on a page: each at a desk of its own, where no earlier test left anything. */
export const testAlone = quiet.extend<{ desk: Desk }>({
  desk: async ({ page }, use) => {
    const desk = await openDesk();
    try {
      await page.goto(desk.galley.url);
      await page.waitForURL(({ searchParams }) => !searchParams.has("token")); // it signs in once it has loaded
      await use(desk);
    } finally {
      await page.close(); // it may still be loading
      await close(desk);
    }
  },
});

/** Tests at a desk: signed in, and sharing what earlier tests left on it. */
export const test = quiet.extend<{ desk: Desk }, WorkerFixtures>({
  opened: [
    // biome-ignore lint/correctness/noEmptyPattern: the shape that Playwright asks for
    async ({}, use) => {
      const desk = await openDesk();
      const browser = await request.newContext();
      await browser.get(desk.galley.url);
      await use({ ...desk, signedIn: await browser.storageState() });
      await browser.dispose();
      await close(desk);
    },
    { scope: "worker" },
  ],
  storageState: ({ opened }, use) => use(opened.signedIn),
  desk: async ({ opened }, use) => {
    await use(opened);
    opened.endpoint.release();
    opened.endpoint.refuse(undefined);
    opened.shop.resume();
  },
});

export { expect } from "@playwright/test";
