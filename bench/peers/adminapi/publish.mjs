// Publishes with @shopify/admin-api-client, by a pool of workers. The client tries again by itself after
// 429 and 503 (retries: 3, its most), but not where a shop is out of points: that is an answer with an
// error. So each request is sent again when the shop says that the points will be there, as its documents
// advise.
import { createAdminApiClient } from "@shopify/admin-api-client";

const work = JSON.parse(await new Response(process.stdin).text());
const done = { written: 0, conflicts: 0, failed: 0, errors: [] };

const client = createAdminApiClient({
  storeDomain: "bench.myshopify.com",
  apiVersion: work.version,
  accessToken: work.token,
  retries: 3,
  // What is meant for a shop's own address goes to the demo shop.
  customFetchApi: (url, init) => fetch(work.endpoint + new URL(url).pathname, init),
  logger: () => {},
});

const TRIES = 1000;

function secondsUntilThere(cost) {
  const missing = cost.requestedQueryCost - cost.throttleStatus.currentlyAvailable;
  return Math.max(missing, 1) / cost.throttleStatus.restoreRate;
}

async function send(document, variables) {
  for (let tries = 0; tries < TRIES; tries++) {
    const { data, errors, extensions } = await client.request(document, { variables });
    if (!errors) return data;
    const throttled = errors.graphQLErrors?.some((e) => e.extensions?.code === "THROTTLED");
    if (!throttled) throw new Error(errors.message);
    await new Promise((resolve) => setTimeout(resolve, 1000 * secondsUntilThere(extensions.cost)));
  }
  throw new Error("still out of points");
}

async function read(id) {
  const { nodes } = await send(work.read, { ids: [id] });
  return nodes[0];
}

/** Writes one text, and says whether it did. */
async function publish(text) {
  const seo = { description: text.value };
  if (work.compare) {
    const now = await read(text.id);
    if ((now.seo.description ?? "") !== text.before) return false;
    seo.title = now.seo.title;
  }
  const { productUpdate } = await send(work.write, { product: { id: text.id, seo } });
  if (productUpdate.userErrors.length > 0) throw new Error(productUpdate.userErrors[0].message);
  if (work.compare && (await read(text.id)).seo.description !== text.value)
    throw new Error(`${text.id} was not kept`);
  return true;
}

const waiting = work.texts[Symbol.iterator]();
async function worker() {
  for (const text of waiting) {
    try {
      if (await publish(text)) done.written++;
      else done.conflicts++;
    } catch (error) {
      done.failed++;
      if (done.errors.length < 3) done.errors.push(String(error));
    }
  }
}
await Promise.all(Array.from({ length: work.workers }, worker));
process.stdout.write(JSON.stringify(done));
