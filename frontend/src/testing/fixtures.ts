import type {
  ChangedText,
  Collection,
  CollectionDesk,
  CollectionSummary,
  Counts,
  Desk,
  DeskText,
  Field,
  Item,
  ItemCan,
  Job,
  PlaceRef,
  Product,
  Proof,
  Publication,
  ShopOverview,
  Value,
} from "@/contract";
import statuses from "./statuses.json";

const usage = {
  input_tokens: 0,
  output_tokens: 0,
  cached_tokens: 0,
  cost_usd: 0,
  priced: true,
  estimated: false,
};

const rules: Record<string, { mark: string; can: ItemCan }> = statuses;

/** The mark and actions of such an item: the backend's own rules, written by a Go test. */
function statusOf(
  item: Pick<Item, "state" | "publish_state" | "decision" | "rewrite" | "since">,
): Pick<Item, "mark" | "can"> {
  const { state, publish_state, decision, since } = item;
  const rewriting = ["queued", "writing", "paused"].includes(item.rewrite?.state ?? "");
  const draft = state === "generated";
  const write = publish_state === "queued" || publish_state === "publishing" ? publish_state : "";
  const key = draft
    ? `${publish_state}/${decision}/${write}${rewriting ? "/rewriting" : ""}${since && `/${since}`}`
    : "unpublished/open/";
  const found = rules[`${state}/${key}`];
  if (!found) throw new Error(`no item can be ${state}/${key}`);
  return found as Pick<Item, "mark" | "can">;
}

const hesper: PlaceRef = {
  kind: "product",
  id: "gid://shopify/Product/1",
  handle: "hesper",
  title: "Hesper table lamp",
};

export function item(part: Partial<Item> = {}): Item {
  const made = {
    id: "431/2",
    job_id: "431",
    position: 2,
    shop_id: "s",
    field: "description",
    place: hesper,
    product: { id: "gid://shopify/Product/1", handle: "hesper", title: "Hesper table lamp" },
    products: [{ id: "gid://shopify/Product/1", handle: "hesper", title: "Hesper table lamp" }],
    image: null,
    thumbnail: "",
    state: "generated",
    publish_state: "unpublished",
    decision: "open",
    content: "<p>A lamp.</p>",
    original: "<p>Lamp</p>",
    on_shop: null,
    since: "",
    changed: null,
    score: null,
    warnings: [],
    kept: [],
    held_back: false,
    alike: false,
    error: null,
    brief: "",
    rewrite: null,
    revision: 1,
    written_by: "Template writer",
    written_at: "2026-10-14T08:33:00Z",
    published_at: null,
    usage,
    ...part,
  } as Omit<Item, "mark" | "can">;
  return { ...made, ...statusOf(made), ...part };
}

/** A draft with what is needed to judge it. */
export function proof(part: Partial<Proof> = {}): Proof {
  return {
    item: item(),
    job: job(),
    product: null,
    collection: null,
    revisions: [],
    publications: [],
    safe_content: "",
    safe_original: "",
    keyphrase: {
      language: "",
      text: "",
      source: "guess",
      by: "",
      at: null,
      clicks: 0,
      impressions: 0,
      position: 0,
    },
    on_shop: null,
    replaced: null,
    claims: [],
    lost: [],
    blocks: [],
    good: null,
    ...part,
  };
}

export function counts(part: Partial<Counts> = {}): Counts {
  return {
    total: 0,
    successful: 0,
    failed: 0,
    published: 0,
    pending_review: 0,
    skipped: 0,
    cancelled: 0,
    unpublished: 0,
    conflict: 0,
    approved: 0,
    rejected: 0,
    warned: 0,
    waiting: 0,
    changed: 0,
    alike: 0,
    to_review: 0,
    ...part,
  };
}

export function job(part: Partial<Job> = {}): Job {
  return {
    id: "431",
    shop_id: "s",
    name: "All products",
    type: "bulk_generation",
    field: "description",
    strategy: "review",
    instructions: "",
    instructions_name: "",
    sample: 0,
    compared_with: "",
    compared_as: "",
    unused: null,
    only_empty: false,
    unseen: false,
    in_batches: false,
    batches: null,
    writer: { kind: "template" },
    state: "completed",
    reason: null,
    waits: null,
    created_at: "2026-10-14T08:31:00Z",
    started_at: "2026-10-14T08:31:00Z",
    finished_at: "2026-10-14T08:49:00Z",
    counts: counts(),
    progress: { done: 0, total: 0, percent: 100 },
    rewriting: {
      total: 0,
      waiting: 0,
      paused: 0,
      written: 0,
      failed: 0,
      cancelled: 0,
      reason: null,
    },
    usage,
    alike: { texts: 0, groups: 0, kept: 0, due: false },
    archived_at: null,
    publishing: null,
    failures: null,
    ready: { publish: 0, approved: 0, undo: 0, retry: 0, withdraw: 0 },
    can: {
      pause: false,
      resume: false,
      cancel: false,
      retry: false,
      publish: false,
      undo: false,
      withdraw: false,
      write_now: false,
      continue: false,
      archive: false,
      unarchive: false,
    },
    ...part,
  };
}

export function product(part: Partial<Product> = {}): Product {
  const image = (id: string, position: number, alt: Product["seo_title"]) => ({
    id,
    url: `https://cdn.example/${id}.png`,
    alt,
    position,
    width: 800,
    height: 800,
  });
  return {
    id: "gid://shopify/Product/1",
    shop_id: "s",
    handle: "hesper",
    title: "Hesper table lamp",
    description_html: "<p>Lamp</p>",
    vendor: "Aldermill",
    product_type: "Table lamps",
    status: "active",
    tags: [],
    seo_title: { text: "" },
    meta_description: { text: "" },
    options: [],
    metafields: [],
    skus: [],
    variant_count: 1,
    price_min: "84.00",
    price_max: "84.00",
    currency: "EUR",
    url: "",
    images: [image("img1", 1, { text: "Front" }), image("img2", 2, { text: "", null: true })],
    updated_at: "2026-10-14T08:00:00Z",
    shop_facts: "",
    category: "",
    ...part,
  };
}

export function collectionSummary(part: Partial<CollectionSummary> = {}): CollectionSummary {
  return {
    id: "gid://shopify/Collection/1",
    handle: "lamps",
    title: "Lamps",
    product_count: 3,
    missing: false,
    description_words: 40,
    seo_title_chars: 20,
    meta_description_chars: 120,
    updated_at: "2026-10-14T08:00:00Z",
    ...part,
  };
}

export function publication(part: Partial<Publication> = {}): Publication {
  return {
    id: "p",
    shop_id: "s",
    plan: "",
    item_id: "",
    place: hesper,
    product: { id: "gid://shopify/Product/1", handle: "hesper", title: "Hesper table lamp" },
    field: "title",
    kind: "publish",
    removes: false,
    state: "published",
    expected: { text: "Before" },
    before: { text: "Before" },
    after: { text: "After" },
    live: { text: "After" },
    sibling: null,
    request_id: "",
    attempts: 1,
    person: "",
    writer: "",
    error: null,
    created_at: "2026-10-14T09:00:00Z",
    started_at: "2026-10-14T09:00:00Z",
    finished_at: "2026-10-14T09:00:01Z",
    can_undo: false,
    ...part,
  };
}

const textOf = (field: Field, now: Value, image_id = ""): DeskText => ({ field, image_id, now });

const textsOf = (texts: Partial<Record<Field, Value>>) =>
  Object.entries(texts).map(([field, now]) => textOf(field as Field, now));

export function desk(part: Partial<Product> = {}, publications: Publication[] = []): Desk {
  const made = product(part);
  const own = { title: { text: made.title }, description: { text: made.description_html } };
  const seo = { seo_title: made.seo_title, meta_description: made.meta_description };
  const alts = (made.images ?? []).map(({ id, alt }) => textOf("alt_text", alt, id));
  const texts = [...textsOf({ ...own, ...seo }), ...alts];
  return {
    product: made,
    texts,
    own: [],
    drafts: [],
    publications,
    changed: [],
    safe_description: "",
  };
}

export function collectionDesk(
  part: Partial<Collection> = {},
  publications: Publication[] = [],
): CollectionDesk {
  const collection: Collection = {
    id: "gid://shopify/Collection/1",
    shop_id: "s",
    handle: "lamps",
    title: "Lamps",
    description_html: "<p>Lamps</p>",
    seo_title: { text: "" },
    meta_description: { text: "" },
    image_url: "",
    product_count: 3,
    missing: false,
    updated_at: "2026-10-14T08:00:00Z",
    shop_facts: "",
    products: [],
    ...part,
  };
  const texts = textsOf({
    collection_description: { text: collection.description_html },
    collection_seo_title: collection.seo_title,
    collection_meta_description: collection.meta_description,
  });
  return {
    collection,
    texts,
    own: [],
    drafts: [],
    publications,
    changed: [],
    safe_description: "",
  };
}

export function shop(part: Partial<ShopOverview> = {}): ShopOverview {
  return {
    id: "s",
    name: "Quillmoor Home",
    kind: "shopify",
    domain: "quillmoor.myshopify.com",
    endpoint: "",
    sign_in: "token",
    client_id: "",
    facts: "",
    currency: "EUR",
    plan: "pro",
    product_count: 0,
    image_count: 0,
    to_review: 0,
    pending_review: 0,
    running_jobs: 0,
    waiting: 0,
    halted: null,
    halted_at: null,
    try_at: null,
    sync: null,
    missing: 0,
    unknown: [],
    synced_at: null,
    created_at: "2026-10-14T08:00:00Z",
    can: {
      sync: true,
      create_job: true,
      publish: true,
      undo: true,
      withdraw: false,
      try_now: false,
      sign_in: true,
      export: false,
      remove: true,
    },
    ...part,
  };
}

export function changedText(part: Partial<ChangedText> = {}): ChangedText {
  return {
    publication_id: "p1",
    item_id: "431/2",
    field: "description",
    place: hesper,
    product: { id: "gid://shopify/Product/1", handle: "hesper", title: "Hesper table lamp" },
    published: { text: "<p>A lamp.</p>" },
    published_at: "2026-10-14T09:12:00Z",
    person: "Mara",
    on_shop: { text: "<p>Another lamp.</p>" },
    seen_at: "2026-10-14T13:05:00Z",
    ...part,
  };
}
