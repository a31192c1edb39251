import type {
  ActivityFilter,
  Field,
  InboxQuery,
  ItemFilter,
  ItemOrder,
  ReviewTab,
} from "@/contract";
import type { Narrowing } from "./narrowing";

/** Names of cached answers. Each begins with what an announcement can invalidate. */
export const queryKeys = {
  shops: ["shops"] as const,
  held: ["shops", "held"] as const,
  inboxes: ["shops", "inbox"] as const,
  inbox: (query: InboxQuery) => ["shops", "inbox", query] as const,
  items: (job: string) => ["job", job, "items"] as const,
  removals: (shop: string) => ["shops", shop, "removals"] as const,
  copies: ["settings", "copies"] as const,
  dataFile: ["settings", "data file"] as const,
  profile: (shop: string) => ["shops", shop, "profile"] as const,
  scopedFacts: (shop: string) => ["shops", shop, "facts"] as const,
  rewriteNotes: (shop: string) => ["shops", shop, "notes"] as const,
  prefix: (shop: string) => ["shops", shop, "prefix"] as const,
  outbox: (shop: string) => ["shops", shop, "outbox"] as const,
  shopCheck: (shop: string) => ["shop-check", shop] as const,
  products: (shop: string) => ["products", shop] as const,
  productList: (shop: string, search: string) => ["products", shop, "list", search] as const,
  collectionList: (shop: string, search: string) =>
    ["products", shop, "collections", search] as const,
  collectionDesk: (shop: string, collection: string) =>
    ["products", shop, "collection desk", collection] as const,
  keyphrases: (shop: string) => ["products", shop, "keyphrases"] as const,
  desk: (shop: string, product: string) => ["products", shop, "desk", product] as const,
  facts: (shop: string, product: string) => ["products", shop, "facts", product] as const,
  jobs: (shop: string) => ["jobs", shop] as const,
  job: (job: string) => ["job", job] as const,
  jobHead: (job: string) => ["job", job, "head"] as const,
  itemList: (
    job: string,
    filter: ItemFilter,
    search: string,
    order: ItemOrder = "",
    tab: ReviewTab = "",
    narrowing: Narrowing = { also: [], product: {} },
  ) => ["job", job, "items", filter, search, order, tab, narrowing] as const,
  lengths: (job: string) => ["job", job, "lengths"] as const,
  comparison: (job: string) => ["job", job, "comparison"] as const,
  alike: (job: string) => ["job", job, "alike"] as const,
  liveAlike: (shop: string, job: string) => ["products", shop, "alike", job] as const,
  // Counts and comparisons over a whole job, which no single decision makes stale.
  claimCounts: (job: string) => ["claims", job] as const,
  closest: (item: string, revision: number) => ["closest", item, revision] as const,
  proof: (job: string, item: string) => ["job", job, "item", item] as const,
  typed: (shop: string, id: string) => ["edits", "typed", shop, id] as const,
  edits: (item: string) => ["edits", item] as const,
  activity: (shop: string) => ["activity", shop] as const,
  activityList: (shop: string, filter: ActivityFilter, search: string) =>
    ["activity", shop, filter, search] as const,
  settings: ["settings"] as const,
  shopSettings: (shop: string) => ["settings", "of", shop] as const,
  instructions: (field: Field | "", shop: string) =>
    ["settings", "instructions", field, shop] as const,
};

/** The cached answers that a topic of the backend makes stale; unknown topics make all stale. */
export function keyOfTopic(topic: string): readonly string[] {
  const [kind, id] = topic.split(/:(.*)/s);
  switch (kind) {
    case "shops":
    case "settings":
    case "jobs":
    case "edits":
      return [kind];
    case "job":
    case "products":
    case "activity":
      return id ? [kind, id] : [kind];
    default:
      return [];
  }
}
