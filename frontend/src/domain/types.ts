// The JSON contract of the backend (package galley), in TypeScript. Keys are the backend's own.

export type Field = "title" | "description" | "seo_title" | "meta_description" | "alt_text";
export type JobState = "queued" | "running" | "paused" | "completed" | "cancelled" | "failed";
export type ItemState = "pending" | "generating" | "generated" | "failed" | "skipped" | "cancelled";
export type PublishState =
  | "unpublished"
  | "queued"
  | "publishing"
  | "published"
  | "failed"
  | "conflict"
  | "undone";
export type Decision = "open" | "approved" | "rejected";
export type Strategy = "review" | "publish";
export type WriterKind = "template" | "openai";
export type ShopKind = "shopify" | "demo" | "file";
/** What the agency sold to a shop's owner; Free hides SEO scores. */
export type Plan = "free" | "pro" | "max";

export interface Reason {
  code: string;
  message: string;
}

/** A field's content; null (never set) differs from empty only for the way back. */
export interface Value {
  text: string;
  null?: boolean;
}

export type SignIn = "token" | "client_credentials" | "authorization_code";

/** How to reach a Shopify shop and how to get in. */
export interface Connection {
  domain: string;
  endpoint: string;
  sign_in: SignIn;
  token: string;
  client_id: string;
  client_secret: string;
  /** Where the browser comes back to on this computer. */
  port: number;
}

/** The shop's page that asks a person to let Galley in. */
export interface Invitation {
  id: string;
  url: string;
}

export interface Shop {
  id: string;
  name: string;
  kind: ShopKind;
  domain: string;
  endpoint: string;
  /** How Galley gets into a Shopify shop; empty for others. */
  sign_in: SignIn | "";
  /** Of the app that signs in; empty with a pasted token. */
  client_id: string;
  currency: string;
  plan: Plan;
  product_count: number;
  image_count: number;
  to_review: number;
  running_jobs: number;
  waiting: number;
  /** Why publications wait, where something is wrong. */
  halted: Reason | null;
  /** What holds for every product of it, a line each: a source for claims. */
  facts: string;
  halted_at: string | null;
  /** When a halted outbox is tried again; null while it is being tried. */
  try_at: string | null;
  /** While a sync is under way. */
  sync: Progress | null;
  /** Products that the last sync did not find on the shop, kept until a person confirms. */
  missing: number;
  synced_at: string | null;
  created_at: string;
  can: ShopCan;
}

/** What may be done with a shop now. */
export interface ShopCan {
  sync: boolean;
  create_job: boolean;
  publish: boolean;
  undo: boolean;
  withdraw: boolean;
  try_now: boolean;
  sign_in: boolean;
  export: boolean;
  remove: boolean;
}

export interface ShopInfo {
  name: string;
  domain: string;
  url: string;
  currency: string;
  plan: string;
  scopes: string[] | null;
  products: number;
  missing: string[] | null;
  warnings?: string[] | null;
}

export interface ProductSummary {
  id: string;
  handle: string;
  title: string;
  vendor: string;
  product_type: string;
  status: string;
  image_url: string;
  description_words: number;
  seo_title_chars: number;
  meta_description_chars: number;
  images: number;
  images_with_alt: number;
  updated_at: string;
}

/** Narrows a product list; an empty part does not. */
export interface ProductFilter {
  status?: string;
  vendor?: string;
  type?: string;
  /** Only products where the field is empty; for alt text, of any picture. */
  without?: Field;
}

export interface Facet {
  value: string;
  count: number;
}

/** The values that a shop's products can be filtered by, the most frequent first. */
export interface ProductFacets {
  statuses: Facet[] | null;
  vendors: Facet[] | null;
  types: Facet[] | null;
}

export interface ProductPage {
  total: number;
  offset: number;
  products: ProductSummary[] | null;
}

export interface Image {
  id: string;
  url: string;
  alt: Value;
  position: number;
  width: number;
  height: number;
  /** The other products that show the image; its alt text is theirs too. */
  also_of?: ProductRef[] | null;
}

export interface Product {
  id: string;
  shop_id: string;
  handle: string;
  title: string;
  description_html: string;
  vendor: string;
  product_type: string;
  status: string;
  tags: string[] | null;
  seo_title: Value;
  meta_description: Value;
  options: { name: string; values: string[] | null }[] | null;
  metafields: { name: string; value: string }[] | null;
  skus: string[] | null;
  variant_count: number;
  price_min: string;
  price_max: string;
  currency: string;
  url: string;
  images: Image[] | null;
  updated_at: string;
  /** When the local copy was last compared with the shop; missing where that is not known. */
  read_at?: string | null;
}

/** Which products a job covers: all, those of a search, or those named. */
export interface Selection {
  all?: boolean;
  search?: string;
  filter?: ProductFilter;
  product_ids?: string[];
  except?: string[];
}

export interface JobSpec {
  shop_id: string;
  field: Field;
  selection: Selection;
  only_empty: boolean;
  /** Only so many items, spread over the selection; 0 takes all. */
  sample: number;
  instructions: string;
  /** What they are saved under; "" for words typed for this job. */
  instructions_name: string;
  strategy: Strategy | "";
}

/** Words for the writer, saved by name for a field, and one shop or ("") all. */
export interface Instructions {
  id: string;
  name: string;
  field: Field;
  shop_id: string;
  text: string;
}

export interface WriterSpec {
  kind: WriterKind;
  base_url?: string;
  model?: string;
}

export interface Progress {
  done: number;
  total: number;
  percent: number;
}

export interface Counts {
  total: number;
  successful: number;
  failed: number;
  published: number;
  pending_review: number;
  skipped: number;
  cancelled: number;
  unpublished: number;
  conflict: number;
  approved: number;
  rejected: number;
  warned: number;
  waiting: number;
  /** Published, and changed on the shop since. */
  changed: number;
}

export interface Usage {
  input_tokens: number;
  output_tokens: number;
  cached_tokens: number;
  cost_usd: number;
  /** False: the price of the model is not known, which is not the same as free. */
  priced: boolean;
  /** A part was counted by length, or assumed for an answer that was lost. */
  estimated: boolean;
}

/** What writing cost today. Caps count both parts. */
export interface Spend {
  booked_usd: number;
  /** Set aside for requests that are being answered. */
  reserved_usd: number;
  /** A part of what is booked is an estimate. */
  estimated: boolean;
}

export interface Job {
  id: string;
  shop_id: string;
  name: string;
  type: "bulk_generation" | "alt_text";
  field: Field;
  strategy: Strategy;
  instructions: string;
  /** What they were saved under when the job was made. */
  instructions_name: string;
  only_empty: boolean;
  writer: WriterSpec;
  state: JobState;
  reason: Reason | null;
  created_at: string;
  started_at: string | null;
  finished_at: string | null;
  counts: Counts;
  progress: Progress;
  usage: Usage;
  /** How many items each action would take now. */
  ready: { publish: number; undo: number; retry: number; withdraw: number };
  can: JobCan;
}

/** What may be done with a job now. */
export interface JobCan {
  pause: boolean;
  resume: boolean;
  cancel: boolean;
  retry: boolean;
  publish: boolean;
  undo: boolean;
  withdraw: boolean;
}

export interface ProductRef {
  id: string;
  handle: string;
  title: string;
}

export interface Estimate {
  matching: number;
  items: number;
  not_empty: number;
  writer: WriterSpec;
  input_tokens: number;
  output_tokens: number;
  cost_usd: number;
  cost_max_usd: number;
  /** What was spent or set aside today before it. */
  today_usd: number;
  priced: boolean;
  /** Why the job cannot start: a cap is set and the price is not known. */
  needs_price: Reason | null;
  sample:
    | { product: ProductRef; image: { id: string; url: string } | null; original: string }[]
    | null;
}

export type Verdict = "good" | "fair" | "poor";

export interface Score {
  total: number;
  rules:
    | { id: string; verdict: Verdict; points: number; measured: string; message: string }[]
    | null;
}

/** start and end are code point offsets in the visible text; both 0 where the whole is meant. */
export interface Warning {
  rule: string;
  severity: "info" | "warning" | "hold";
  message: string;
  start: number;
  end: number;
}

/** Of a published draft: what became of it on the shop. */
export type Since = "" | "changed" | "taken_over" | "replaced";

/** A published text whose place on the shop holds another text now, which Galley did not write. */
export interface ChangedText {
  publication_id: string;
  /** Empty for a text saved in the product editor. */
  item_id: string;
  field: Field;
  target: { product_id: string; image_id?: string };
  product: ProductRef;
  published: Value;
  published_at: string;
  person: string;
  on_shop: Value;
  seen_at: string;
}

/** A changed text as a person saw it. */
export interface SeenChange {
  publication_id: string;
  seen_at: string;
}

/** What the shop has, as far as Galley knows; a null time means that it is not known. */
export interface ShopText {
  value: Value;
  seen_at: string | null;
}

export interface Item {
  id: string;
  job_id: string;
  shop_id: string;
  field: Field;
  product: ProductRef;
  /** All that show the image; of other fields the product alone. */
  products: ProductRef[] | null;
  image: { id: string; url: string } | null;
  thumbnail: string;
  state: ItemState;
  publish_state: PublishState;
  decision: Decision;
  content: string;
  original: string;
  on_shop: Value | null;
  since: Since;
  changed: ChangedText | null;
  score: Score | null;
  warnings: Warning[] | null;
  /** Messages of warnings that a person looked into and kept. */
  kept: string[] | null;
  held_back: boolean;
  error: Reason | null;
  revision: number;
  written_by: string;
  written_at: string | null;
  published_at: string | null;
  usage: Usage;
  can: ItemCan;
}

/** What may be done with an item now: the backend's rule, of which the pages repeat nothing. */
export interface ItemCan {
  edit: boolean;
  regenerate: boolean;
  decide: boolean;
  answer: boolean;
  publish: boolean;
  publish_all: boolean;
  overwrite: boolean;
  undo: boolean;
  retry: boolean;
  withdraw: boolean;
  /** Where the shop has another text than the published one. */
  take_over: boolean;
  put_back: boolean;
  edit_changed: boolean;
}

/** A draft as it was on screen. */
export interface ItemAt {
  id: string;
  revision: number;
}

/** A draft or text that an action did not take, and why. */
export interface LeftOut {
  item_id: string;
  product: ProductRef;
  field: Field;
  entry?: number;
  reason: Reason;
}

/** What became of a plan that was confirmed. */
export interface Confirmed {
  plan: string;
  job_id: string;
  /** How many were queued. */
  count: number;
  /** What changed since the plan was made. */
  left: LeftOut[] | null;
  /** It had been confirmed before: nothing was queued now. */
  again: boolean;
}

export interface Decided {
  count: number;
  left: LeftOut[] | null;
}

/** How far the writes of a confirmed plan are. */
export interface Run {
  plan: string;
  kind: "publish" | "undo" | "save" | "retry";
  job_id: string;
  total: number;
  waiting: number;
  published: number;
  undone: number;
  conflict: number;
  failed: number;
  withdrawn: number;
}

export type ItemFilter =
  | "all"
  | "unpublished"
  | "published"
  | "failed"
  | "conflict"
  | "approved"
  | "rejected"
  | "warned"
  | "waiting"
  | "changed"
  | "skipped";

export interface ItemPage {
  total: number;
  offset: number;
  items: Item[] | null;
}

/** Drafts of one job that go to the shop: those named, or all that go along with all. */
export interface PublishRequest {
  job_id: string;
  /** At the revisions that were on screen. */
  items: ItemAt[];
  only_approved: boolean;
  overwrite: boolean;
}

export interface PublishPlan {
  /** What is confirmed: exactly these drafts. */
  plan: string;
  shop: string;
  field: Field;
  count: number;
  replaces: number;
  warned: number;
  left: {
    published: number;
    waiting: number;
    conflict: number;
    rejected: number;
    failed: number;
    open: number;
    changed: number;
    gone: number;
  };
  /** Named drafts that are not what was on screen any more. */
  changed: LeftOut[] | null;
}

/** What is taken back before it goes out: of a shop everything, or of a job, or of items of it. */
export interface WithdrawRequest {
  /** Only what this plan queued. */
  plan?: string;
  shop_id: string;
  job_id: string;
  item_ids: string[];
}

/** What waits for a shop of one job, or with no job, of the product editor. */
export interface OutboxPart {
  job_id: string;
  job_name: string;
  field: Field | "";
  waiting: number;
  /** Of these, earlier texts that are put back. */
  undos: number;
}

/** What became of drafts that were to be written again. */
export interface Rewritten {
  written: number;
  failed: number;
  reason: Reason | null;
}

/** Published items of a job (those named, or all), or entries of the ledger, or one publication. */
export interface UndoRequest {
  job_id?: string;
  items?: ItemAt[];
  entries?: number[];
  publication_id?: string;
}

export interface UndoPlan {
  plan: string;
  shop: string;
  field: Field | "";
  count: number;
  left: LeftOut[] | null;
}

export interface SavePlan {
  plan: string;
  count: number;
}

/** Failed items of a job: those named, or all. */
export interface RetryRequest {
  job_id: string;
  items: ItemAt[];
}

export interface RetryPlan {
  plan: string;
  count: number;
  changed: LeftOut[] | null;
}

export interface WriterSettings {
  kind: WriterKind;
  base_url: string;
  model: string;
  concurrency: number;
  rpm: number;
  tpm: number;
  key_stored: boolean;
}

/** What a model costs, in US dollars for a million tokens. */
export interface Price {
  /** "*": every model of the server. */
  model: string;
  /** The server that the price holds for; none: it holds everywhere. */
  base_url?: string;
  input: number;
  cached: number;
  output: number;
}

export type Theme = "system" | "light" | "dark";

export interface Settings {
  strategy: Strategy;
  writer: WriterSettings;
  prices: Price[] | null;
  /** What writing may cost, in US dollars; 0 is no cap. */
  /** Chosen: false while the caps are the ones that Galley came with. */
  caps: { job_usd: number; day_usd: number; chosen: boolean };
  appearance: { theme: Theme; text_size: number };
  person: string;
}

export interface Boot {
  version: string;
  home: string;
  shops: Shop[] | null;
  settings: Settings;
}

/** A file that the window wrote; no name where the person chose none. */
export interface Exported {
  file: string;
  products: number;
}

export interface SyncResult {
  products: number;
  images: number;
  removed: number;
  /** Not on the shop any more, and kept until a person confirms. */
  missing: number;
  /** Some part of these could not be read and keeps its last known value. */
  incomplete: number;
  millis: number;
}

/** Products that the last sync did not find on the shop; the plan names exactly these. */
export interface Removals {
  plan: string;
  count: number;
  /** By title, the first of them. */
  products: ProductRef[];
}

/** What was done when a shop was removed. */
export interface ShopRemoved extends Shop {
  withdrawn: number;
  cancelled: number;
  written: number;
  abandoned: number;
}

/** A whole copy of the data file, beside it. */
export interface DataCopy {
  path: string;
  kind: "daily" | "upgrade" | "kept";
  made: string;
  size: number;
  /** Whether the encrypted key store is copied with it. */
  keystore: boolean;
  /** How many product exports are copied with it. */
  files: number;
}

/** What waits for a person since the data file was restored from a copy. */
export interface Held {
  restored_at: string;
  copy_made_at: string;
  outbox: HeldPart[];
  jobs: HeldJob[];
}

export interface HeldPart {
  shop_id: string;
  shop: string;
  job_id: string;
  job_name: string;
  field: Field;
  waiting: number;
  undos: number;
  unsettled: number;
}

export interface HeldJob {
  shop_id: string;
  shop: string;
  job_id: string;
  job_name: string;
  field: Field;
  strategy: Strategy;
  open: number;
}

export interface HeldRequest {
  shop_id: string;
  job_id: string;
  /** Only texts of the shop's product editor, of one field where that is given. */
  editor: boolean;
  field: Field | "";
}

export interface HeldDone {
  publications: number;
  jobs: number;
}

export interface Revision {
  number: number;
  author: "model" | "person";
  name: string;
  note: string;
  content: string;
  created_at: string;
}

/** All that a person needs to judge a draft. */
export interface Proof {
  item: Item;
  job: Job;
  product: Product | null;
  revisions: Revision[] | null;
  publications: Publication[] | null;
  safe_content: string;
  safe_original: string;
  /** What the shop has now as far as Galley knows; null where it does not. */
  on_shop: ShopText | null;
  /** What the published draft replaced; null where none is published or it is not known. */
  replaced: Value | null;
}

export type PublicationState =
  | "queued"
  | "publishing"
  | "published"
  | "conflict"
  | "failed"
  | "withdrawn";

/** One write to a shop, decided and then done. */
export interface Publication {
  id: string;
  shop_id: string;
  item_id: string;
  target: { product_id: string; image_id?: string };
  product: ProductRef;
  field: Field;
  kind: "publish" | "undo";
  state: PublicationState;
  /** What the shop had to have for the write to go ahead, and what it had just before. */
  expected: Value;
  before: Value | null;
  after: Value;
  /** What was read back; in a conflict, what the shop had instead. */
  live: Value | null;
  /** The other SEO field, as it was sent along. */
  sibling: Value | null;
  person: string;
  writer: string;
  undoes?: string;
  /** The undo of an undo. */
  again?: boolean;
  /** A write whose answer was lost, found on the shop later. */
  late?: boolean;
  error: Reason | null;
  created_at: string;
  finished_at: string | null;
  /** It is the last write to its place, and not undone. */
  can_undo: boolean;
}

/** All that the product editor shows; drafts and publications newest first. */
export interface Desk {
  product: Product;
  drafts: Item[] | null;
  publications: Publication[] | null;
  /** Published texts that were changed on the shop since. */
  changed: ChangedText[] | null;
  safe_description: string;
}

/** A text of the product editor that is to go to the shop, and what it was opened with. */
export interface TextEdit {
  field: Field;
  image_id: string;
  expected: Value;
  value: Value;
}

export interface WriterReport {
  name: string;
  millis: number;
  models: string[] | null;
  structured: "json_schema" | "json_object" | "plain";
  pictures: boolean;
  usage: Usage;
}

export type ActivityFilter = "all" | "published" | "undone" | "conflict" | "failed";
export type LedgerFormat = "csv" | "jsonl";

/** One write to a shop, as it ended, with what became of it since. */
export interface Activity {
  number: number;
  at: string;
  decided_at: string;
  publication_id: string;
  kind: "publish" | "undo";
  again: boolean;
  /** The number of the entry that it takes back, 0 for none. */
  undoes: number;
  /** Late: a write whose answer was lost was found on the shop after it had been given up. */
  result: "written" | "already_there" | "late" | "conflict" | "failed";
  shop: { id: string; name: string; domain: string };
  /** "" for a text saved in the product editor. */
  item_id: string;
  product: ProductRef;
  image_id: string;
  field: Field;
  before: Value | null;
  after: Value;
  live: Value | null;
  /** The other SEO field, as it was sent along; null where none was. */
  sibling: Value | null;
  before_sha256: string;
  after_sha256: string;
  person: string;
  written_by: string;
  model: string;
  prompt_version: string;
  /** Null where the model has no price. */
  cost_usd: number | null;
  request_id: string;
  attempts: number;
  error: Reason | null;
  undone: boolean;
  can_undo: boolean;
}

export interface ActivityPage {
  total: number;
  offset: number;
  entries: Activity[] | null;
}

export interface ActivityQuery {
  shop_id: string;
  filter: ActivityFilter;
  search: string;
  offset: number;
  limit: number;
}

/** The file that the ledger was written to, "" where none was chosen. */
export interface ExportedLedger {
  file: string;
  entries: number;
}
