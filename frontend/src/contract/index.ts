// Code generated from the Go registry of endpoints by make bindings. DO NOT EDIT.

/** Activity is an entry with its current state. */
export interface Activity extends Entry {
  mark: ActivityMark;
  /** it took a published text off the shop; its undo publishes the text again */
  removes: boolean;
  /** the earlier text was restored since */
  undone: boolean;
  /** the earlier text can be restored: it was written, and is not undone already */
  can_undo: boolean;
}

/** ActivityFilter is a tab of the Activity page. */
export type ActivityFilter =
  | "all"
  | "published"
  | "undone"
  | "conflict"
  | "failed";

/**
 * ActivityMark is how an entry is marked: as the filter that shows it, other than
 * all.
 */
export type ActivityMark =
  | "published"
  | "undone"
  | "conflict"
  | "failed";

/** ActivityPage is a window of the ledger. */
export interface ActivityPage {
  total: number;
  offset: number;
  entries: Activity[] | null;
}

/** ActivityQuery asks for a window of the ledger, newest first. */
export interface ActivityQuery {
  /** "" for all, removed ones included */
  shop_id: string;
  filter: ActivityFilter;
  /** in product titles and handles, and in names of people; the case of A to Z is ignored */
  search: string;
  offset: number;
  /** at most MaxPage */
  limit: number;
}

/**
 * Alike lists the drafts of a job that are too much alike, among themselves and
 * with the texts that the shop has.
 */
export interface Alike {
  job_id: string;
  field: Field;
  /** that were compared: those that are rejected were not */
  drafts: number;
  /** texts of the shop for other products or collections */
  live: number;
  /** drafts in any group that is not kept */
  alike: number;
  /** that are open, larger ones first */
  groups: AlikeGroup[] | null;
  /** that a person kept */
  kept: AlikeGroup[] | null;
}

/** AlikeCounts are a job's groups of the last comparison that no person has kept. */
export interface AlikeCounts {
  /** drafts in them */
  texts: number;
  groups: number;
  /** groups that a person kept */
  kept: number;
  /** a text changed since */
  due: boolean;
}

/** AlikeDraft is a draft in a group. */
export interface AlikeDraft extends AlikePlace {
  item_id: string;
  revision: number;
  picture: string;
  mark: ItemMark;
}

/** AlikeGroup is a set of texts that are alike. */
export interface AlikeGroup {
  /**
   * ID names exactly these texts: with another one, or another text of one of
   * them, the group has another ID.
   */
  id: string;
  kind: AlikeKind;
  field: Field;
  /** the words that all begin or end with, "" for other kinds */
  opening: string;
  /** of near texts: how many percent of the words are the same */
  least: number;
  most: number;
  /** drafts that stay out of Publish All because of the group */
  held: number;
  /** drafts that can be written again */
  regenerate: number;
  /** the first of them */
  drafts: AlikeDraft[] | null;
  drafts_total: number;
  /** texts of the shop, the first of them */
  live: AlikePlace[] | null;
  live_total: number;
  kept_by: string;
  kept_at: string | null;
}

/** AlikeKind is how the texts of a group are alike. */
export type AlikeKind =
  | "equal"
  | "near"
  | "opening"
  | "ending"
  | "closing";

/** AlikePart is a part of a text in a group. */
export interface AlikePart {
  text: string;
  mark: Likeness | "";
}

/** AlikePlace is whose text is in a group. */
export interface AlikePlace {
  place_id: string;
  handle: string;
  title: string;
  /** its beginning, or of an ending its end, as people read it */
  text: string;
  /** the same, in parts */
  parts: AlikePart[] | null;
}

/** AlikeRewrite says what writing the drafts of groups again would take. */
export interface AlikeRewrite {
  count: number;
  /** drafts that cannot be written again now */
  left: number;
  writer: WriterSpec;
  /** about */
  cost_usd: number;
  /** at most */
  cost_max_usd: number;
  /** as in an estimate */
  measured: number;
  priced: boolean;
  /** what was spent or set aside today before it */
  today_usd: number;
  /** why it cannot start */
  needs_price: Reason | null;
}

/** AnswerKind is how a person answers a claim. */
export type AnswerKind =
  | "take_out"
  | "add_fact"
  | "keep";

/**
 * AnswerLimit is the most that a model may answer for a field, in tokens,
 * thinking included. It replaces the usual limit, and is never raised.
 */
export interface AnswerLimit {
  model: string;
  field: Field;
  /** LeastAnswerLimit to MostAnswerLimit */
  tokens: number;
}

/** AnswerPreview says what an answer would do. */
export interface AnswerPreview {
  count: number;
  drafts: AnsweredDraft[] | null;
  /** make the claim and cannot be changed now */
  left: LeftOut[] | null;
}

/**
 * AnswerRequest answers one claim in all drafts of a job that make it. Drafts
 * are found by the rule and the words of the warning; case and spaces do not
 * matter.
 */
export interface AnswerRequest {
  job_id: string;
  warning: WarningKey;
  do: AnswerKind;
  /** of AnswerAddFact */
  fact: FactEdit;
  /** of AnswerAddFact; FactOfProducts for each product or collection of these drafts */
  scope: FactScope;
}

/** Answered is the result of an answer, or of taking one back. */
export interface Answered {
  id: number;
  count: number;
  /** changed or published meanwhile */
  left: LeftOut[] | null;
}

/** AnsweredDraft is what an answer does to one draft. */
export interface AnsweredDraft extends ItemAt {
  place: PlaceRef;
  /** the sentence with the claim, as people see it */
  before: string;
  /** what becomes of it, "" where it goes */
  after: string;
  warnings: number;
  warnings_left: number;
  /** it was approved or rejected, and would be open again */
  reopens: boolean;
}

/** Appearance is how the window looks. */
export interface Appearance {
  theme: Theme;
  /** percent: 100, 110 or 125 */
  text_size: number;
}

/** Author is who wrote a revision: the writer or a person. */
export type Author =
  | "model"
  | "person";

/** BatchOffer is what a job would cost in batches. */
export interface BatchOffer {
  /** about */
  cost_usd: number;
  /** at most */
  cost_max_usd: number;
  /** that each batch takes at the longest */
  hours: number;
}

/** Boot is what the page needs before it can show anything. */
export interface Boot {
  version: string;
  home: string;
  shops: ShopOverview[] | null;
  settings: Settings;
}

/**
 * Caps limit what writing may cost, in US dollars; 0 is no cap. Before each
 * request the most that it can cost is reserved, and a request that does not
 * fit under a cap is not sent. The real cost of a request is known only
 * afterwards, so a cap can be exceeded by the error of one estimate.
 */
export interface Caps {
  job_usd: number;
  day_usd: number;
  /** Month is of a calendar month at this computer's place. */
  month_usd: number;
  /** Chosen is false while the caps are as shipped. */
  chosen: boolean;
}

/** Change reports that something under its topics changed. */
export interface Change {
  seq: number;
  topics: string[] | null;
}

/**
 * ChangedText is a published text whose place on the shop holds another text
 * now, which Galley did not write.
 */
export interface ChangedText {
  /** the publication that wrote the published text */
  publication_id: string;
  /** "" for a text saved in the product editor */
  item_id: string;
  field: Field;
  place: PlaceRef;
  product: ProductRef;
  /** the published text as the shop had it, or the one that was accepted */
  published: Value;
  published_at: string;
  /** who published it */
  person: string;
  /** what the shop has instead */
  on_shop: Value;
  seen_at: string;
}

/**
 * Claim is what a text says of the product. Start and End are rune offsets in
 * the text that people see.
 */
export interface Claim {
  /** of the warning where the claim is held; with Words it is that warning's key */
  rule: string;
  class: string;
  grade: Grade;
  words: string;
  /** of a contradiction: what the words should say */
  right?: string;
  /** how a supported claim differs from its source: "converted from 280 mm" */
  note?: string;
  source?: Quote;
  start: number;
  end: number;
}

/** Closest is the text that is most like a draft. */
export interface Closest {
  /** of another draft of the job, "" for a text that the shop has */
  item_id: string;
  /** of its product or collection */
  handle: string;
  title: string;
  /** of the words that are the same, about */
  percent: number;
}

/**
 * Code names one kind of failure. The set is closed: callers switch on it, and
 * texts for people are never parsed.
 */
export type Code =
  | "invalid_input"
  | "invalid_file"
  | "not_found"
  | "illegal_state"
  | "busy"
  | "changed"
  | "cancelled"
  | "offline"
  | "timeout"
  | "rate_limited"
  | "outcome_unknown"
  | "shop_token"
  | "shop_scope"
  | "shop_closed"
  | "shop_refused"
  | "shop_failed"
  | "shop_missing"
  | "shop_changed"
  | "shop_readback"
  | "shop_late"
  | "shop_version"
  | "spend_cap"
  | "writer_price"
  | "writer_key"
  | "writer_quota"
  | "writer_model"
  | "writer_failed"
  | "writer_cut"
  | "writer_reply"
  | "writer_refused"
  | "writer_facts"
  | "writer_too_long"
  | "writer_picture"
  | "writer_denied"
  | "writer_country"
  | "writer_network"
  | "writer_api_off"
  | "writer_page"
  | "writer_day_limit"
  | "writer_plan"
  | "vault_locked"
  | "storage"
  | "schema_newer"
  | "data_missing"
  | "restored"
  | "cannot_run"
  | "internal";

/** CodeRule says what a code means where it is the reason why something waits. */
export interface CodeRule extends CodeTraits {
  code: Code;
}

/** CodeTraits are what a code means where it is the reason why something waits. */
export interface CodeTraits {
  /** the other side cannot be reached; it has not refused */
  offline: boolean;
  /** someone has to sign in to the shop again */
  sign_in: boolean;
  /** a cap or a price has to be changed in Settings */
  settings: boolean;
  /** the writer has to be set up again, or tested */
  setup: boolean;
}

/** Collection is the local copy of one collection of a shop: a group of products. */
export interface Collection {
  /** Shopify GID */
  id: string;
  shop_id: string;
  handle: string;
  title: string;
  description_html: string;
  seo_title: Value;
  meta_description: Value;
  /** empty when it has none */
  image_url: string;
  product_count: number;
  /** the last sync did not find it on the shop */
  missing: boolean;
  updated_at: string;
  /**
   * ReadAt is when the local copy was last compared with the shop, nil if
   * unknown.
   */
  read_at?: string;
  /** of the whole shop, a line each */
  shop_facts: string;
  /** Products are its products in the local copy, by title. */
  products: ProductRef[] | null;
}

/** CollectionDesk is all that the editor shows of a collection. */
export interface CollectionDesk extends Writings {
  collection: Collection;
}

/** CollectionPage is a window of a list of collections. */
export interface CollectionPage {
  /** all that match */
  total: number;
  /** of these, missing from the shop: no job takes them */
  missing: number;
  offset: number;
  collections: CollectionSummary[] | null;
}

/** CollectionQuery asks for a window of a shop's collections, by title. */
export interface CollectionQuery {
  shop_id: string;
  /** each word must be in the title or the handle */
  search: string;
  offset: number;
  /** at most MaxPage */
  limit: number;
}

/** CollectionSummary is a row of the list of collections. */
export interface CollectionSummary {
  id: string;
  handle: string;
  title: string;
  product_count: number;
  missing: boolean;
  description_words: number;
  seo_title_chars: number;
  meta_description_chars: number;
  updated_at: string;
}

/** CollectionsFound is the result of a whole sync of collections. */
export interface CollectionsFound {
  /** in the local copy */
  collections: number;
  /** gone from the shop */
  removed_collections: number;
  /** not listed this time, kept until the next sync misses them too */
  missing_collections: number;
}

/** CollectionsResult is what a sync did with collections. */
export interface CollectionsResult extends CollectionsFound {
  /**
   * CollectionsError says why not all of the shop's collections could be read,
   * nil if they were. The next sync reads the rest.
   */
  collections_error: Reason | null;
}

/** ColumnKind is how a column's name was understood. */
export type ColumnKind =
  | "own"
  | "other"
  | "twice"
  | "kept"
  | "copy"
  | "noname";

/**
 * ComparedDrafts are the drafts of one place in both samples; content is "" where
 * there is none.
 */
export interface ComparedDrafts {
  a: Item;
  b: Item;
  /** in the unit of the sides */
  length_a: number;
  length_b: number;
}

/** Comparison are two samples of the same items. */
export interface Comparison {
  a: Job;
  b: Job;
  sum_a: SideSummary;
  sum_b: SideSummary;
  pairs: ComparedDrafts[] | null;
}

/**
 * ComparisonChoice says which drafts of a comparison are kept. They become the
 * first of the sample that goes on; the others are rejected, and stay with the
 * other sample.
 */
export interface ComparisonChoice {
  /** the sample that goes on */
  job: string;
  /** drafts of either sample, at most one for each place */
  kept: ItemAt[] | null;
  /**
   * Rest has the rest written, with the words and the model of Job; a place without
   * a choice keeps the draft of Job. Otherwise the job ends with the kept drafts.
   */
  rest: boolean;
}

/**
 * ComparisonSpec asks for two samples of the same items that differ in their
 * instructions or in the model.
 */
export interface ComparisonSpec extends JobSpec {
  other_instructions: string;
  other_instructions_name: string;
  other_model: string;
}

/** Confirmed is the result of confirming a plan. */
export interface Confirmed {
  plan: string;
  shop: string;
  field: Field;
  job_id: string;
  /** queued */
  count: number;
  /** held jobs that were resumed or cancelled */
  jobs: number;
  /** planned, but changed since */
  left: LeftOut[] | null;
  /** that have something of the plan queued */
  shops: string[] | null;
  /** Entries are the numbers of the ledger entries that are undone, if some were named. */
  entries: number[] | null;
  /**
   * Again is set if the plan had been confirmed before: Count is what was
   * queued then, and nothing was queued now.
   */
  again: boolean;
}

/** ConnectWay is how a shop is connected. */
export type ConnectWay =
  | "sign_in"
  | "built_in"
  | "file";

/**
 * Connection is how to reach a Shopify shop and sign in to it. Endpoint is for
 * stand-ins and tests; empty means the shop's own address.
 */
export interface Connection {
  domain: string;
  endpoint: string;
  /** empty is a pasted token */
  sign_in: SignIn;
  /** if it is pasted */
  token: string;
  client_id: string;
  /** ClientSecret may be empty for a shop that is connected by this app already. */
  client_secret: string;
  /** Port is where the browser comes back to; 0 is the usual one. */
  port: number;
}

/** CopyKind says why a copy of the data file was made. */
export type CopyKind =
  | "daily"
  | "upgrade"
  | "kept";

/**
 * Counts are the numbers of a job. Successful, Failed, Published,
 * PendingReview, Skipped and Cancelled follow the definitions in the glossary;
 * the rest are the filters of the job page.
 */
export interface Counts {
  total: number;
  /** generated and not failed in publishing */
  successful: number;
  /** failed in generation or in publishing */
  failed: number;
  /** on the shop, and not changed there since */
  published: number;
  /** successful, not published, not rejected */
  pending_review: number;
  skipped: number;
  cancelled: number;
  /** successful and not published, with any decision */
  unpublished: number;
  /** without those settled by keeping the text on the shop */
  conflict: number;
  /** approved and not published */
  approved: number;
  rejected: number;
  /** drafts with warnings */
  warned: number;
  /** queued or publishing */
  waiting: number;
  /** published, and changed on the shop since */
  changed: number;
  /** held because they are like other texts */
  alike: number;
  /** drafts to read: see ItemStatus.ToReview */
  to_review: number;
}

/** DataCopy is a whole copy of the data file, beside it. */
export interface DataCopy {
  path: string;
  kind: CopyKind;
  made: string;
  /** bytes, of the data file alone */
  size: number;
  /** What of the home is copied with it. */
  keystore: boolean;
  /** product exports of file shops */
  files: number;
}

/** DataFile is the file that all data of a home is in. */
export interface DataFile {
  path: string;
  /** bytes, with its log */
  size: number;
  /** bytes of it that are empty, which compaction gives back */
  spare: number;
}

/**
 * Decided is the result of a decision over several drafts, or of the request to
 * write them again.
 */
export interface Decided {
  count: number;
  /** changed since they were on screen, or the action does not apply to them */
  left: LeftOut[] | null;
  /** that undo the decisions: one of each job where something changed */
  steps: number[] | null;
  /**
   * Of a whole selection: what it held, and what it left out since it changed after the list was drawn, of which Left
   * names the first.
   */
  selected?: SelectionCount;
}

/** Decision is a person's decision on a draft. */
export type Decision =
  | "open"
  | "approved"
  | "rejected";

/** Desk is all that the product editor shows of a product. */
export interface Desk extends Writings {
  product: Product;
}

/** DeskChange is a changed text with what may be done about it now. */
export interface DeskChange extends ChangedText {
  can: ItemCan;
}

/**
 * DeskText is one text of the editor: a field of the product or collection, or
 * of one of its images.
 */
export interface DeskText {
  field: Field;
  /** for alt text */
  image_id: string;
  /** the shop's text as far as the local copy knows */
  now: Value;
}

/** DraftClaim is what a draft says of its product, graded by what is known now. */
export interface DraftClaim extends Claim {
  /** a person looked into it */
  kept: boolean;
}

/** Edited is the result of edits of many drafts. */
export interface Edited {
  /** that undoes them, 0 where nothing was saved */
  step: number;
  count: number;
  /** changed or published meanwhile */
  left: LeftOut[] | null;
}

/** EditedDraft is what edits make of one draft. */
export interface EditedDraft extends ItemAt {
  place: PlaceRef;
  /** places in its text that change */
  hits: number;
  /** some of them */
  passages: (Stretch[] | null)[] | null;
  /** it was approved or rejected, and would be open again */
  reopens: boolean;
}

/** EditsPreview says what edits of many drafts would do. Nothing is saved. */
export interface EditsPreview {
  /** drafts that change */
  count: number;
  hits: number;
  /** places that stay, since they are in a part that is kept as it is */
  kept: number;
  drafts: EditedDraft[] | null;
  /** would change and cannot now */
  left: LeftOut[] | null;
}

/** EncodingChoice is an encoding that a person can choose. */
export interface EncodingChoice {
  id: string;
  label: string;
}

/** EncodingProof is one cell, read in two ways. */
export interface EncodingProof {
  /** by a person; else a guess */
  chosen: boolean;
  line: number;
  column: string;
  /** in the encoding of the format */
  read: string;
  /** with U+FFFD where it is none */
  as_utf8: string;
}

/** EndpointModel is a model that an endpoint lists, with what it says of it. */
export interface EndpointModel {
  id: string;
  /** its size on the disk, 0 where not known */
  bytes: number;
  /** tokens of question and answer together, 0 where not known */
  context: number;
  /** whether it takes pictures, nil where not known */
  pictures: boolean | null;
  /** it makes no text: it embeds, transcribes or draws */
  no_text: boolean;
  /** by the price table, nil where not known */
  price: Price | null;
}

/** EndpointModels is what an address of a model endpoint offers. */
export interface EndpointModels {
  /** as it was found: with its scheme and path */
  base_url: string;
  /** none where the endpoint does not list them */
  models: EndpointModel[] | null;
  /** the endpoint has a list */
  listed: boolean;
  /** that the answer took */
  millis: number;
  /** it runs on this computer or network */
  local: boolean;
}

/**
 * Entry is one line of the ledger: a publication that was begun and came to an
 * end, as it was then. It has copies of the names of shop, product and job,
 * since it outlives them, and it is never edited.
 */
export interface Entry {
  /** from 1, in the order in which publications ended */
  number: number;
  at: string;
  decided_at: string;
  /** UUID */
  publication_id: string;
  kind: PublicationKind;
  /** the undo of an undo */
  again: boolean;
  /** the number of the entry that it takes back, 0 for none */
  undoes: number;
  result: EntryResult;
  shop: ShopRef;
  /** "" for a text saved in the product editor */
  item_id: string;
  place: PlaceRef;
  product: ProductRef;
  /** for alt text */
  image_id: string;
  field: Field;
  /** what the shop had, nil where it was not read */
  before: Value | null;
  /** what was to be written */
  after: Value;
  /** what the shop had then, nil where that is not known */
  live: Value | null;
  /** the other SEO field, as it was sent along; nil where none was */
  sibling: Value | null;
  /**
   * BeforeSHA256 and AfterSHA256 are of the texts in UTF-8, in hexadecimal; ""
   * where the field was never set, or not read.
   */
  before_sha256: string;
  after_sha256: string;
  /** who decided it, by the name in settings */
  person: string;
  /** the model, or the person who changed its draft */
  written_by: string;
  /** that the draft is from, "" where there was none */
  model: string;
  /** that the model was asked with */
  prompt_version: string;
  /** of the draft with all its revisions, in US dollars; nil where the model has no price */
  cost_usd: number | null;
  /** the shop's id of the write, "" if nothing was sent or no answer came */
  request_id: string;
  attempts: number;
  error: Reason | null;
}

/** EntryResult is how a publication ended. */
export type EntryResult =
  | "written"
  | "already_there"
  | "conflict"
  | "failed"
  | "late";

/** Estimate says what a job would do before it is created. */
export interface Estimate {
  /** products that the selection names */
  matching: number;
  /** items the job would have */
  items: number;
  /** left out because the field is filled (only-empty jobs) */
  not_empty: number;
  writer: WriterSpec;
  input_tokens: number;
  output_tokens: number;
  /** about */
  cost_usd: number;
  /** at most */
  cost_max_usd: number;
  /**
   * Measured is how many earlier drafts by the model the figures are measured on,
   * 0 where it is assumed how many answers are asked for twice.
   */
  measured: number;
  priced: boolean;
  /**
   * CachedShare is the part of the input that endpoints are about to read from
   * their cache, 0 to 1, measured on the same drafts.
   */
  cached_share: number;
  /**
   * Batch is what the job would cost in batches, nil where the endpoint is not
   * known to take them or the job is small.
   */
  batch: BatchOffer | null;
  /** what was spent or set aside today before it */
  today_usd: number;
  /** NeedsPrice is why the job cannot start: a cap is set and the price is not known. */
  needs_price: Reason | null;
  /** UnknownPlaceholders are words in braces of the instructions that mean nothing. */
  unknown_placeholders: string[] | null;
  /** Unused says that the writer does not use the instructions, nil where it does. */
  unused: string | null;
  /**
   * Unseen is how many pictures the writer cannot see: all where it cannot look at
   * pictures, else those without an address. They are not written unless the job
   * says so. Whether a model at an endpoint sees is found out when it is asked.
   */
  unseen: number;
  sight_unknown: boolean;
  /** the first few items */
  sample: Sample[] | null;
}

/**
 * ExportQuery names the file shop whose published texts are exported, and a file
 * of the export.
 */
export interface ExportQuery {
  shop_id: string;
  /** from 0 */
  part: number;
  /**
   * Of is the export that the other files are of, "" for the first one asked
   * for: a text that was published in between makes another export.
   */
  of: string;
}

/** Exported is what an export wrote. */
export interface Exported {
  products: number;
  files: ExportedFile[] | null;
  /**
   * Earlier are files beside them that an earlier export wrote and this one did
   * not replace: importing them would bring older texts back.
   */
  earlier: string[] | null;
}

/** ExportedFile is one file of an export. */
export interface ExportedFile {
  file: string;
  products: number;
  bytes: number;
}

/**
 * ExportedLedger is a file that the ledger was written to. An empty name means
 * that nothing was: the person chose none.
 */
export interface ExportedLedger {
  file: string;
  entries: number;
}

/** Facet is a value that products of a shop have, and how many have it. */
export interface Facet {
  value: string;
  /** its name, where the value is an id */
  label?: string;
  count: number;
}

/**
 * Fact is a named value that came from the shop: a metafield, the weight of a
 * variant, or of an export a column for Google Shopping.
 */
export interface Fact {
  name: string;
  value: string;
  /** "" for a metafield */
  kind?: FactKind | "";
  /** the variant that it is true of, "" for all */
  scope?: string;
}

/** FactCan says what may be done with a row of the sheet. */
export interface FactCan {
  correct: boolean;
  strike: boolean;
  /** take an addition, a correction or a strike back */
  restore: boolean;
}

/**
 * FactEdit is what a person or a supplier says of a product. Attribute may be
 * empty for a sentence; Scope names the variant that it is true of, empty for all.
 */
export interface FactEdit {
  attribute: string;
  value: string;
  scope: string;
  why: string;
}

/** FactImport is the result of an import of a supplier's facts. */
export interface FactImport {
  /** products in the file */
  rows: number;
  /** facts that are new or changed */
  set: number;
  /** facts that were there before */
  unchanged: number;
  /** handles that are not of this shop */
  unknown: string[] | null;
  /** lines that were passed over */
  invalid: InvalidLine[] | null;
}

/** FactKind is where a shop keeps a fact. */
export type FactKind =
  | ""
  | "weight"
  | "google";

/** FactRow is one fact of a product with its source, and what people did to it. */
export interface FactRow {
  /** the same for the same attribute, value and variant */
  id: string;
  /** what kind of claim it can support, "" where it is none */
  class: string;
  /** as the source names it; of a sentence what its figure measures, else "" */
  attribute: string;
  /** whole: "14 cm" */
  value: string;
  /** of a value that is one amount; it is part of the value too */
  unit: string;
  /** "nickel-free" denies nickel */
  denied: boolean;
  /** the variant it is true of, "" for all */
  scope: string;
  source: FactSource;
  state: FactState;
  /** of a corrected row: the value that was read */
  was: string;
  /** who added, corrected or struck it; of a supplier's fact the supplier */
  who: string;
  why: string;
  when: string | null;
  can: FactCan;
}

/**
 * FactScope says which products of a shop a fact is true of: all, or those of a
 * vendor, a type or a collection (its handle).
 */
export interface FactScope {
  kind: FactScopeKind;
  value: string;
}

/** FactScopeKind is what a fact of a shop is true of. */
export type FactScopeKind =
  | "shop"
  | "vendor"
  | "type"
  | "collection"
  | "products";

/** FactSheet is all that is known of one product. */
export interface FactSheet {
  product: ProductRef;
  rows: FactRow[] | null;
  /** rows that can support a claim */
  facts: number;
  corrected: number;
  struck: number;
  weak: number;
}

/** FactSource is where a fact was read. */
export interface FactSource {
  /** title, type, category, tag, option, metafield, weight, google, price, table, text, earlier_text, shop_facts, supplier, members, person */
  kind: string;
  /** of the option, metafield or column; of a shop fact with a scope the vendor, type or collection */
  name: string;
  /** the sentence, cell or line */
  text: string;
  /** a model wrote it and Galley published it */
  weak: boolean;
  /** of a weak source: which one */
  model: string;
}

/** FactState says what became of a fact. */
export type FactState =
  | "read"
  | "added"
  | "corrected"
  | "struck"
  | "unused";

/** Failures say why items of a job failed. */
export interface Failures {
  /** what most of them failed with */
  common: Reason;
  /** the same in a few words that can follow a colon */
  brief: string;
  /** how many failed with it */
  count: number;
  /** of all that failed, those that failed in publishing */
  unpublished: number;
}

/** ID is the name of a field in job specifications, the data file and scripts. */
export type Field =
  | "alt_text"
  | "collection_description"
  | "collection_meta_description"
  | "collection_seo_title"
  | "description"
  | "meta_description"
  | "seo_title"
  | "title";

/** FieldCount is how many texts of a field are empty. */
export interface FieldCount {
  field: Field;
  count: number;
}

/**
 * FieldLength is how long a shop's texts of a field are: in words for a
 * description, in characters for the other fields. 0 leaves an end open.
 */
export interface FieldLength {
  field: Field;
  min: number;
  max: number;
}

/** FieldRule is what the pages know of a field. */
export interface FieldRule {
  id: Field;
  /** in running text */
  label: string;
  /** plural in running text */
  many: string;
  place: PlaceKind;
  role: Role;
  /** HTML rather than plain text */
  html: boolean;
  /** Shopify's limit, 0 if it has none */
  limit: number;
  /** the length that Shopify advises, 0 if none */
  counter: number;
  /** the length that readers of the text take, 0 if none */
  advised: number;
  /** it cannot be empty */
  required: boolean;
}

/** FileColumn is one column of a product file. */
export interface FileColumn {
  name: string;
  kind: ColumnKind;
  /** Shopify's name of what it was understood as, "" for unknown ones */
  means: string;
  /** the field that it holds */
  field?: Field;
  /** how many of the products, variants or images have something there */
  filled: number;
  of: number;
}

/** FileFinding is one thing of a report, on all lines where it is the same. */
export interface FileFinding {
  kind: FindingKind;
  /** the first, from 1 */
  line: number;
  /** all of them: "213, 214" or "902–907" */
  lines: string;
  count: number;
  /** its name in the file, or its number where it has none */
  column: string;
  /** as it is in the file, cut */
  cell: string;
  why: string;
}

/** FileFormat is how a product file was read. */
export interface FileFormat {
  /** comma, semicolon, tab, pipe, or the character */
  separator: string;
  /** the file names its separator in a line sep= */
  hint: boolean;
  /** else a point */
  decimal_comma: boolean;
  /** a cell that shows which, "" where none does */
  number: string;
  /** what it was read as */
  number_read: string;
  /** the line of the column names */
  header: number;
  encoding: string;
  /** the encoding is a guess or a choice, and this shows whether it is right */
  ask?: EncodingProof;
}

/**
 * FileReport is what could not be read of a product file, or not as it is
 * written.
 */
export interface FileReport {
  /** left out */
  cells: number;
  /** left out with all their cells */
  rows: number;
  /** left out since one of their rows was */
  products: number;
  /** by line, at most MaxFindings */
  entries: FileFinding[] | null;
  /** entries beyond these */
  more: number;
}

/** FindingKind is what became of a cell or a row. */
export type FindingKind =
  | "cell"
  | "row"
  | "product"
  | "right";

/** Format is the format of an exported ledger. */
export type Format =
  | "csv"
  | "jsonl";

/**
 * GoodMark says whether a person marked a text as good for others to be written
 * like it, and who.
 */
export interface GoodMark {
  marked: boolean;
  by: string;
}

/** GoodText is a text of the shop that a person marked as good. */
export interface GoodText {
  field: Field;
  /** of the product or collection; marks of older versions have none */
  place_id: string;
  /** of it, when the text was marked */
  title: string;
  /** of the product */
  type: string;
  text: string;
  marked_by: string;
}

/** Grade is how a claim fares against the facts of the product. */
export type Grade =
  | "supported"
  | "contradicts"
  | "no_source"
  | "elsewhere";

/**
 * Held is what waits for a person since the data file was restored from a copy.
 * It was queued before the copy was made, and may have been withdrawn, rejected
 * or undone since.
 */
export interface Held {
  restored_at: string;
  copy_made_at: string;
  outbox: HeldPart[] | null;
  jobs: HeldJob[] | null;
}

/**
 * HeldJob is a job that was queued or running when the copy was made. It is
 * paused: resuming it releases it, cancelling it withdraws it.
 */
export interface HeldJob {
  shop_id: string;
  shop: string;
  job_id: string;
  job_name: string;
  field: Field;
  strategy: Strategy;
  /** items that it would still write */
  open: number;
}

/**
 * HeldListed is how much of what a HeldRequest names was listed, and for which
 * restore.
 */
export interface HeldListed {
  restored_at: string;
  /** that can be released, or withdrawn */
  publications: number;
  jobs: number;
}

/**
 * HeldPart is what is held in a shop's outbox for one job and field, or for the
 * product editor.
 */
export interface HeldPart {
  shop_id: string;
  shop: string;
  job_id: string;
  job_name: string;
  field: Field;
  waiting: number;
  /** of these, undos */
  undos: number;
  /** of these, writes that were under way when the copy was made */
  unsettled: number;
}

/**
 * HeldPlan says how many held texts and jobs confirming Plan would release or
 * withdraw.
 */
export interface HeldPlan {
  plan: string;
  publications: number;
  jobs: number;
  /** Of what was listed, how much is no longer held and so left out. */
  gone_publications: number;
  gone_jobs: number;
}

/**
 * HeldRequest names what is released or withdrawn: of a shop, of one job of
 * it, of its product editor (one field of it, where Field is set), or with none
 * of these, everything.
 */
export interface HeldRequest {
  shop_id: string;
  job_id: string;
  editor: boolean;
  field: Field | "";
  /** Listed is what a person saw of it, nil where nothing was listed. */
  listed?: HeldListed;
}

/** Image is one picture of a product. */
export interface Image {
  /** Shopify GID of the MediaImage */
  id: string;
  url: string;
  alt: Value;
  /** from 1 */
  position: number;
  /** pixels, 0 when unknown */
  width: number;
  height: number;
  /** AlsoOf are the other products that show the image; its alt text is theirs too. */
  also_of?: ProductRef[];
}

/** ImageRef names an image in an item. */
export interface ImageRef {
  id: string;
  url: string;
}

/**
 * Inbox is all that is to be read, by shop and job. Shops and jobs in which
 * nothing is left are not listed.
 */
export interface Inbox extends ReviewCounts {
  tabs: TabCounts;
  shops: InboxShop[] | null;
  /** SecondsPerDraft is how long the person takes for one, 0 until enough were decided. */
  seconds_per_draft: number;
}

/** InboxJob is a job with drafts to review. */
export interface InboxJob extends ReviewCounts {
  id: string;
  shop_id: string;
  name: string;
  field: Field;
  /** items of the job */
  total: number;
  /** of those left, written again on request */
  rewritten: number;
  /** Named: the search is part of the name of the job or its shop, and narrows its drafts no more. */
  named: boolean;
  started_at: string | null;
  finished_at: string | null;
  /** as of a shop */
  oldest: string | null;
}

/** InboxQuery asks for the drafts to review of all shops, or of one. */
export interface InboxQuery {
  /** "" takes all */
  shop_id: string;
  tab: ReviewTab | "";
  /** in names of shops and jobs, product titles, handles and drafts; case is ignored */
  search: string;
  order: ShopOrder | "";
}

/** InboxShop is a shop with drafts to review. */
export interface InboxShop extends ReviewCounts {
  id: string;
  name: string;
  /** its plan has scores */
  scored: boolean;
  /** when the draft that waits longest was written, to a quarter of an hour; nil if not known */
  oldest: string | null;
  /** newest first */
  jobs: InboxJob[] | null;
}

/**
 * Instructions are words for the writer that were saved by name, for one field,
 * and one shop or ("") all. A job copies them.
 */
export interface Instructions {
  /** UUID */
  id: string;
  name: string;
  field: Field;
  shop_id: string;
  text: string;
  /** comes with Galley, and stays as it is */
  house: boolean;
  updated_at?: string;
}

/**
 * InstructionsQuery asks for saved instructions: of a field, or with "" of all,
 * and of a shop with those of all shops.
 */
export interface InstructionsQuery {
  field: Field | "";
  shop_id: string;
}

/** InvalidLine is a line of a file that could not be used. */
export interface InvalidLine {
  line: number;
  reason: string;
}

/** Invitation is the shop's page that asks a person to approve the sign-in. */
export interface Invitation {
  id: string;
  url: string;
}

/** Item is one place in a job, with its current draft. */
export interface Item {
  id: string;
  job_id: string;
  /** in its job, from 1 */
  position: number;
  shop_id: string;
  field: Field;
  place: PlaceRef;
  /** of a product, or of the image; empty for other places */
  product: ProductRef;
  /** all that show the image; of other places the product alone */
  products: ProductRef[] | null;
  image: ImageRef | null;
  /** the product's first picture, or the image itself */
  thumbnail: string;
  state: ItemState;
  publish_state: PublishState;
  decision: Decision;
  /** the draft */
  content: string;
  /** what the shop had when the draft was written */
  original: string;
  /** in a conflict: what the shop has instead */
  on_shop: Value | null;
  /** of a published draft: what became of it on the shop */
  since: Since;
  /** of a published draft: the text that the shop has instead now */
  changed: ChangedText | null;
  /** nil where no rule applied, or the shop's plan has none */
  score: Score | null;
  warnings: Warning[] | null;
  /** warnings that a person looked into and kept */
  kept: WarningKey[] | null;
  /** auto-publishing left it for a person, because of a warning */
  held_back: boolean;
  /** it is in a group of texts that are too much alike, which no person has kept */
  alike: boolean;
  error: Reason | null;
  /** the error in a few words, to follow a colon */
  brief: string;
  /** an open request to regenerate the draft, one that failed, or one whose draft nobody decided */
  rewrite: Rewrite | null;
  /** number of the current draft, 0 before the first */
  revision: number;
  written_by: string;
  written_at: string | null;
  published_at: string | null;
  usage: Usage;
  mark: ItemMark;
  can: ItemCan;
}

/** ItemAction is what a person does with many items at once. */
export type ItemAction =
  | "decide"
  | "publish"
  | "overwrite"
  | "undo"
  | "regenerate"
  | "retry"
  | "withdraw";

/**
 * ItemAt names a draft as a person saw it: its item, and the revision on
 * screen. Revision 0 is the current one, for callers that looked at none.
 */
export interface ItemAt {
  id: string;
  revision: number;
  /** OnShop is the shop's text that a conflict showed, nil if none was on screen. */
  on_shop?: Value;
}

/**
 * ItemCan says what may be done with an item now. Services, commands and pages
 * use it and repeat no part of the rule.
 */
export interface ItemCan {
  /** replace the text of the draft, or take words out of it */
  edit: boolean;
  /** have the draft written again */
  regenerate: boolean;
  /** CancelRegenerate: cancel the regenerate and keep the draft. */
  cancel_regenerate: boolean;
  /** approve, reject or reopen */
  decide: boolean;
  /** keep a warning, bring it back, or name a fact as its source */
  answer: boolean;
  /** publish this draft alone */
  publish: boolean;
  /** is included when all drafts of a job are published */
  publish_all: boolean;
  /** publish over the text that the conflict showed */
  overwrite: boolean;
  /** restore the earlier text */
  undo: boolean;
  /** write, or publish, again after a failure */
  retry: boolean;
  /** withdraw its queued write */
  withdraw: boolean;
  /**
   * If the shop has another text than the published one: accept it, publish
   * Galley's again, or start another draft from it.
   */
  take_over: boolean;
  put_back: boolean;
  edit_changed: boolean;
}

/** ItemFilter selects items of a job by state; the job page has a tab for each. */
export type ItemFilter =
  | "all"
  | "unpublished"
  | "published"
  | "failed"
  | "conflict"
  | "to_review"
  | "approved"
  | "rejected"
  | "warned"
  | "short"
  | "long"
  | "alike"
  | "waiting"
  | "changed"
  | "skipped";

/** ItemMark is the one word for where an item is: lists of items show it. */
export type ItemMark =
  | "pending"
  | "generating"
  | "failed"
  | "skipped"
  | "cancelled"
  | "rewriting"
  | "unpublished"
  | "rejected"
  | "conflict"
  | "queued"
  | "publishing"
  | "published"
  | "changed";

/** ItemOrder is how a job's items are listed. Equal ones follow in the job's order. */
export type ItemOrder =
  | ""
  | "review"
  | "score"
  | "-score"
  | "warnings"
  | "-warnings"
  | "length"
  | "-length"
  | "product"
  | "-product"
  | "state"
  | "-state";

/** ItemPage is a window of a job's items. */
export interface ItemPage {
  total: number;
  offset: number;
  items: Item[] | null;
  /** AsOf names this moment, for actions on everything in the list: they leave out what changed after it. */
  as_of: number;
}

/** ItemQuery asks for a window of a job's items. */
export interface ItemQuery {
  job_id: string;
  filter: ItemFilter;
  /** an item passes these, too */
  also?: ItemFilter[];
  /** the item's product passes it */
  product?: ProductFilter;
  /** words in product titles, handles and drafts; all must match, the last as a prefix; case and accents are ignored */
  search: string;
  /** narrows the filter */
  tab: ReviewTab | "";
  /** "" is the job's own */
  order: ItemOrder | "";
  offset: number;
  /** at most MaxPage */
  limit: number;
}

/**
 * ItemSelection chooses all items of a job that pass filters and a search, as an
 * ItemQuery has them, but those named, and those that changed since the list was drawn.
 */
export interface ItemSelection {
  job_id: string;
  filter: ItemFilter;
  also?: ItemFilter[];
  product?: ProductFilter;
  search: string;
  except: string[] | null;
  /** "" where the call is the action */
  action: ItemAction | "";
  /**
   * AsOf is ItemPage.AsOf of the list as it was drawn. 0 is the list as it is now, for callers that looked at none;
   * actions on a whole selection refuse it.
   */
  as_of: number;
}

/** ItemState is the progress of an item's writing. */
export type ItemState =
  | "pending"
  | "generating"
  | "generated"
  | "failed"
  | "skipped"
  | "cancelled";

/**
 * Job is one bulk run over many items for one field. Strategy, instructions and
 * writer are the job's own copies: later changes of settings do not affect it.
 */
export interface Job {
  id: string;
  shop_id: string;
  /** what was selected, in words, or as a person named it */
  name: string;
  type: JobType;
  field: Field;
  strategy: Strategy;
  instructions: string;
  /**
   * InstructionsName is the name of the saved instructions when the job was
   * made.
   */
  instructions_name: string;
  /** Unused says that the writer does not use the instructions, nil where it does. */
  unused: string | null;
  only_empty: boolean;
  /** alt text also of pictures that the model does not see */
  unseen: boolean;
  writer: WriterSpec;
  /** of so many items, while the rest is not written */
  sample: number;
  /** the sample of the same items, "" for none */
  compared_with: string;
  compared_as: Side;
  state: JobState;
  /** why it is paused or failed, or completed without a draft */
  reason: Reason | null;
  /** what it waits for, nil where it is at work or has ended */
  waits: Waits | null;
  /** what is left to write goes into batches */
  in_batches: boolean;
  /** nil where it had none */
  batches: JobBatches | null;
  created_at: string;
  started_at: string | null;
  finished_at: string | null;
  /** nil while it is in the list */
  archived_at: string | null;
  /** its writes to the shop under way, nil for none */
  publishing: JobRun | null;
  /** why items failed, nil where none did */
  failures: Failures | null;
  counts: Counts;
  progress: Progress;
  rewriting: RewriteCounts;
  usage: Usage;
  ready: Ready;
  alike: AlikeCounts;
  can: JobCan;
}

/** JobBatches is how far the batches of a job are. */
export interface JobBatches {
  files: number;
  /** files whose answers were read */
  done: number;
  requests: number;
  /** as the endpoint counts */
  answered: number;
  /** SetAsideUSD is the most that unanswered requests may cost; it counts towards the caps. */
  set_aside_usd: number;
  /** Stopping: the endpoint was told to cancel those under way. */
  stopping: boolean;
  /** when the endpoint ends the last of them, nil where none is with it */
  latest: string | null;
}

/** JobCan says what may be done with a job now. */
export interface JobCan {
  pause: boolean;
  resume: boolean;
  cancel: boolean;
  /** some items failed in writing or publishing */
  retry: boolean;
  /** some drafts are included when all are published */
  publish: boolean;
  /** some published items can be undone */
  undo: boolean;
  /** some queued writes can be withdrawn */
  withdraw: boolean;
  /** what waits for another batch can be written at once */
  write_now: boolean;
  /** it is a sample that has ended: the rest can be written */
  continue: boolean;
  /** Archive: it has ended, and nothing of it is being written or sent. */
  archive: boolean;
  unarchive: boolean;
}

/** JobLengths are the rule of a job's texts, and how many drafts break it. */
export interface JobLengths {
  rule: LengthRule;
  short: number;
  long: number;
}

/**
 * JobRun is how far the writes of a job to its shop are that are under way: all
 * of the plans that have one queued or being sent.
 */
export interface JobRun {
  total: number;
  /** queued or being sent */
  waiting: number;
  published: number;
  undone: number;
  conflict: number;
  failed: number;
  withdrawn: number;
  /** all of it puts earlier texts back */
  undo: boolean;
  /** when the first of them was confirmed */
  started_at: string;
  /** who confirmed it */
  person: string;
}

/**
 * JobSpec is what a person chooses when starting a job. An empty strategy uses
 * the one in settings.
 */
export interface JobSpec {
  shop_id: string;
  field: Field;
  selection: Selection;
  only_empty: boolean;
  /** alt text also of pictures that the model does not see */
  unseen: boolean;
  /** number of items, spread over the selection; 0 takes all */
  sample: number;
  /** at the endpoint of settings; "" for the one in settings */
  model: string;
  instructions: string;
  /** the name they are saved under, '' for instructions typed for this job */
  instructions_name: string;
  strategy: Strategy | "";
  /** at a part of the price, within BatchWindow */
  in_batches?: boolean;
  /** that a person gave it; "" for what is selected, in words */
  name?: string;
}

/** JobState is the state of a job. */
export type JobState =
  | "queued"
  | "running"
  | "paused"
  | "completed"
  | "cancelled"
  | "failed";

/** JobType names a kind of bulk run. */
export type JobType =
  | "bulk_generation"
  | "alt_text";

/** Judged is what the checks say of a text that is not saved, in the place of a draft. */
export interface Judged {
  /** nil also where the shop's plan has none */
  score: Score | null;
  warnings: Warning[] | null;
  claims: DraftClaim[] | null;
  lost: LostFact[] | null;
  blocks: KeptBlock[] | null;
}

/**
 * KeptBlock is a part of the shop's text that is kept byte for byte. Start and
 * End are rune offsets in the draft's source; both are 0 where the draft has not
 * the same bytes.
 */
export interface KeptBlock {
  /** from 1, in the order of the shop's text */
  number: number;
  label: string;
  in_place: boolean;
  /** within running text */
  inline: boolean;
  start: number;
  end: number;
  /** in the shop's text that the draft was written for */
  original: Place;
}

/** Keyphrase is what a product or collection should be found by, in one language. */
export interface Keyphrase {
  /** ISO 639-1, "" for the shop's own language */
  language: string;
  text: string;
  source: KeyphraseSource;
  /** the person who typed or confirmed it, the file it was imported from */
  by: string;
  at: string | null;
  /** of a search-console export */
  clicks: number;
  impressions: number;
  /** 0 where it is not known */
  position: number;
}

/** KeyphraseAt names the keyphrase of a product or collection in a language. */
export interface KeyphraseAt {
  kind: PlaceKind;
  /** id or handle */
  place: string;
  language: string;
}

/** KeyphraseCounts are the rows of each filter. */
export interface KeyphraseCounts {
  all: number;
  typed: number;
  imported: number;
  guess: number;
  none: number;
  shared: number;
  /** of the guesses, those of a model */
  proposed: number;
}

/** KeyphraseFilter selects keyphrases by where they come from; "" is all. */
export type KeyphraseFilter =
  | ""
  | "typed"
  | "imported"
  | "guess"
  | "none"
  | "shared";

/** KeyphraseImport is the result of an import. */
export interface KeyphraseImport {
  /** of the file */
  rows: number;
  /** phrases that are new or changed */
  set: number;
  /** the first of these, at most MaxPage */
  taken: PlacedKeyphrase[] | null;
  /** phrases that were there before */
  unchanged: number;
  /** phrases that a person typed or confirmed, and the file did not replace */
  left: PlacedKeyphrase[] | null;
  /** handles and pages that are not of this shop */
  unknown: string[] | null;
  /** lines that were passed over */
  invalid: InvalidLine[] | null;
}

/** KeyphraseImportDone is an import that was done and can be taken back. */
export interface KeyphraseImportDone {
  id: number;
  file: string;
  by: string;
  at: string;
  /** phrases that it set */
  taken: number;
  /**
   * Unknown are the pages and handles of the file that are not of the shop, at
   * most MaxUnknown.
   */
  unknown: string[] | null;
}

/** KeyphraseLanguage is a language that a shop has keyphrases in. */
export interface KeyphraseLanguage {
  /** "" for the shop's own */
  code: string;
  set: number;
}

/** KeyphraseListQuery selects a window of the keyphrases of one language. */
export interface KeyphraseListQuery {
  shop_id: string;
  kind: PlaceKind;
  /** ISO 639-1, "" for the shop's own */
  language: string;
  filter: KeyphraseFilter;
  /** in titles, handles and phrases */
  search: string;
  offset: number;
  limit: number;
}

/** KeyphrasePage is a window of the list of keyphrases. */
export interface KeyphrasePage {
  /** rows that the filter and the search select */
  total: number;
  rows: KeyphraseRow[] | null;
  /** of all rows */
  counts: KeyphraseCounts;
  languages: KeyphraseLanguage[] | null;
  /** the latest that was not taken back */
  import: KeyphraseImportDone | null;
}

/**
 * KeyphraseProposal names the products or collections that a model is to propose
 * keyphrases for, by ID or handle, or with All the first MaxProposed that have
 * neither a keyphrase nor a model's guess. Those with a keyphrase are left out.
 */
export interface KeyphraseProposal {
  shop_id: string;
  kind: PlaceKind;
  places: string[] | null;
  all: boolean;
  /** ISO 639-1, "" for the shop's own */
  language: string;
}

/**
 * KeyphraseRow is a line of the list: a product or collection with its keyphrase
 * in the language of the query, or the guess for it.
 */
export interface KeyphraseRow extends PlacedKeyphrase {
  image_url: string;
  /** that say something */
  words: number;
  /** on their number, "" without a phrase */
  verdict: Verdict;
  /** other places with the same phrase */
  shared: number;
  /** searches of the page that say more, where the phrase says too little */
  longer: number;
}

/** KeyphraseSource is where a keyphrase comes from. */
export type KeyphraseSource =
  | "typed"
  | "imported"
  | "confirmed"
  | "guess"
  | "none";

/** KeyphrasesRestored says what taking an import back did. */
export interface KeyphrasesRestored {
  /** as they are now; without text where there was none before */
  restored: PlacedKeyphrase[] | null;
  /** phrases that were changed since the import */
  kept: number;
}

/** LearnEstimate says what proposing a profile would cost. */
export interface LearnEstimate {
  /** marked ones that it would be learned from */
  texts: number;
  writer: WriterSpec;
  cost_usd: number;
  priced: boolean;
  /** why it cannot start */
  needs_price: Reason | null;
}

/** LearnedProfile is a proposal of a model. Nothing of it is saved. */
export interface LearnedProfile {
  now: Profile;
  proposed: Profile;
  /** as it is now, with what was proposed where nothing was */
  filled: Profile;
  usage: Usage;
}

/** LedgerQuery names the part of the ledger to export, and the format. */
export interface LedgerQuery {
  /** "" for all shops */
  shop_id: string;
  filter: ActivityFilter;
  search: string;
  format: Format;
}

/** Left counts the drafts that a publish request leaves out, by reason. */
export interface Left {
  published: number;
  waiting: number;
  conflict: number;
  rejected: number;
  /** failed in writing, or in publishing and not named */
  failed: number;
  /** not written yet */
  unwritten: number;
  /** nothing to write for */
  skipped: number;
  /** not written, as the job was cancelled */
  cancelled: number;
  /** not approved, where only approved ones go */
  open: number;
  /** changed since they were on screen */
  changed: number;
  /** the product is no longer on the shop */
  gone: number;
  /** to be written again, so not ready */
  rewriting: number;
  /** too much like other texts, and not kept */
  alike: number;
  /** with warnings, where only drafts without go */
  warned: number;
}

/** LeftOut is one draft, text or held job that an action did not take, and why. */
export interface LeftOut {
  /** of a held job, which has no item and no place */
  job_id?: string;
  /** "" for a text that belongs to no job */
  item_id: string;
  place: PlaceRef;
  product: ProductRef;
  field: Field;
  /** its number in the ledger, for an undo of entries */
  entry?: number;
  reason: Reason;
}

/** LengthRule is how long texts of a field are to be. */
export interface LengthRule {
  unit: LengthUnit;
  min: number;
  /** 0 for no end */
  max: number;
  /** Pixels is the most width in a search result, 0 where none counts, in Arial of PixelSize. */
  pixels: number;
  pixel_size: number;
  /** WidthCounts says that a wider text is too long; else the width is only shown, as the score does not count it. */
  width_counts: boolean;
}

/** LengthUnit is what a length is counted in. */
export type LengthUnit =
  | "characters"
  | "words";

/**
 * Lesson is what was learned about a model of an endpoint by asking it: where
 * it is, in which form it takes requests, and how long its answers may be. It is
 * kept from one start to the next, since asking costs tokens.
 */
export interface Lesson {
  /** where it was found */
  base: string;
  /** the form of answer that it takes */
  structured: Structure;
  /** the parameter that bounds an answer, "" for none */
  limit: string;
  /** it takes one */
  temperature: boolean;
  /** it spends tokens before it writes */
  thinks: boolean;
  /** instructions go into the user's message */
  no_system: boolean;
  /** tokens that answers have beyond the usual limit, since one was cut */
  more: number;
  /** the most tokens of an answer that the endpoint takes, 0 where not known */
  most: number;
  /** whether pictures can be sent, nil where it was not asked */
  sees: boolean | null;
  /** whether the endpoint takes batches, nil where it was not asked */
  batches: boolean | null;
  learned_at: string;
}

/** Likeness says of a part of a text what matters about it, "" for nothing. */
export type Likeness =
  | "shared"
  | "differs";

/** Limits are the most that Galley takes, in characters unless they say otherwise. */
export interface Limits {
  /** values of a filter that are listed */
  facets: number;
  /** of a shop */
  facts: number;
  /** added from a draft */
  fact: number;
  instructions: number;
  instructions_name: number;
  /** for writing again */
  note: number;
  /** words to look for, or to put in their place */
  find: number;
  shop_name: number;
  /** rows of one list request */
  page: number;
  /** the highest */
  port: number;
  /** marked texts of a profile */
  examples: number;
  /** items of a comparison */
  compared: number;
}

/** LocalEndpoint is a model server that runs on this computer. */
export interface LocalEndpoint {
  /** Ollama, LM Studio or llama.cpp */
  name: string;
  base_url: string;
  /** those that make text */
  models: string[] | null;
}

/** LostFact is what the shop's text says and the draft does not. */
export interface LostFact {
  /** with About the key of its warning */
  rule: string;
  about: string;
  /** warning, ingredient, figure, material, care */
  kind: string;
  held: boolean;
}

/** Mend answers one warning of a text, or a block that it lacks. */
export interface Mend {
  do: MendKind;
  warning: WarningKey;
  /** of MendPutBackBlock, from 1 */
  block: number;
}

/** MendKind is how an answer changes a text. */
export type MendKind =
  | "take_out"
  | "write_right"
  | "put_back_fact"
  | "put_back_block";

/** Moved is the result of undoing or redoing a step. */
export interface Moved {
  id: number;
  kind: StepKind;
  /** that the step took, of StepDecide */
  decision: Decision;
  /** drafts */
  count: number;
  /** of the first */
  job_id: string;
  item_id: string;
  /** of its product or collection */
  title: string;
  /** changed, queued or published since */
  left: LeftOut[] | null;
}

/** NewFile names a product file that is to be opened as a shop. */
export interface NewFile {
  /** its name, or its path */
  file: string;
  /** of the shop; "" is the name of the file */
  name: string;
  encoding: string;
}

/** NewText is a person's text for a draft as it was on screen. */
export interface NewText extends ItemAt {
  content: string;
}

/** OpenedFile is a shop with what its file was found to be. */
export interface OpenedFile extends ShopOverview {
  file: ProductFile;
}

/** Option is one choice a customer makes: Size with its values. */
export interface Option {
  name: string;
  values: string[] | null;
}

/**
 * OutboxPart is what waits in a shop's outbox for one job or, without a job,
 * for the product editor.
 */
export interface OutboxPart {
  job_id: string;
  job_name: string;
  field: Field | "";
  waiting: number;
  /** of these, undos */
  undos: number;
}

/**
 * OwnDraft is a text that a person wrote in the editor of a product or
 * collection and saved. Nothing sends it but a Save that names it.
 */
export interface OwnDraft {
  field: Field;
  /** for alt text */
  image_id: string;
  content: string;
  /** the shop's text that it is to replace */
  expected: Value;
  /** rises with each save of this text */
  revision: number;
  person: string;
  saved_at: string;
}

/**
 * OwnText is a text of the editor to be saved as a draft. One that is the shop's
 * text is no draft: it removes the one that is saved.
 */
export interface OwnText {
  field: Field;
  /** for alt text */
  image_id: string;
  content: string;
  expected: Value;
  /** of the draft that the person saw, 0 for none */
  revision: number;
}

/** PastePreview says what a pasted column would do. */
export interface PastePreview extends EditsPreview {
  cells: number;
  /** that were copied; the first one counts */
  columns: number;
  /** cells that leave their draft as it is */
  empty: number;
  /** cells without a draft */
  unused: number;
  /** drafts that are so already */
  same: number;
  /** to be saved: those of Drafts */
  texts: NewText[] | null;
}

/**
 * PasteRequest puts the cells of a spreadsheet's column, as it copies them, in the
 * place of drafts of a job, one after the other.
 */
export interface PasteRequest {
  job_id: string;
  text: string;
  /** from the first cell on, in the order on screen */
  into: ItemAt[] | null;
}

/** Place is a span of a source in runes. */
export interface Place {
  start: number;
  end: number;
}

/** PlaceKind is the kind of thing on a shop that holds a field. */
export type PlaceKind =
  | "product"
  | "image"
  | "collection";

/**
 * PlaceRef names a place; it is kept when the place is gone. Handle and title of
 * an image are those of the product that it is listed under.
 */
export interface PlaceRef {
  kind: PlaceKind;
  id: string;
  handle: string;
  title: string;
}

/** PlacedKeyphrase is a keyphrase with what it is for. */
export interface PlacedKeyphrase extends Keyphrase {
  place: PlaceRef;
}

/**
 * Placeholder is a word in braces that instructions may hold: for each item it
 * is replaced by a piece of the shop's data.
 */
export interface Placeholder {
  /** with its braces */
  name: string;
  meaning: string;
}

/** Plan is the subscription that the agency sold to a shop's owner. */
export type Plan =
  | "free"
  | "pro"
  | "max";

/** PlanKind says what a plan does. */
export type PlanKind =
  | "publish"
  | "undo"
  | "save"
  | "retry"
  | "put_back"
  | "release"
  | "withdraw";

/** PlanRule describes a shop's plan. */
export interface PlanRule {
  id: Plan;
  /** SEO scores are shown */
  scores: boolean;
}

/** Price is the price of a model, in US dollars per million tokens. */
export interface Price {
  /** AnyModel: all models of BaseURL */
  model: string;
  /** BaseURL narrows the price to one server, "" holds everywhere. */
  base_url?: string;
  input: number;
  cached: number;
  output: number;
}

/**
 * Problem is an error as pages and scripts read it: its code, its sentence, and
 * the message that the sentence is rendered from.
 */
export interface Problem {
  code: Code;
  message: string;
  /** of the sentence: rewording it does not change the ID */
  id?: string;
  /** the values in the sentence, by name */
  params?: Record<string, unknown>;
  /** what the shop or the endpoint really said, where there is something */
  detail?: string;
}

/** Product is the local copy of one product of a shop. */
export interface Product {
  /** Shopify GID */
  id: string;
  shop_id: string;
  handle: string;
  title: string;
  description_html: string;
  vendor: string;
  product_type: string;
  /** active, draft, archived, unlisted */
  status: string;
  tags: string[] | null;
  seo_title: Value;
  meta_description: Value;
  /** of the shop's taxonomy: Home & Garden > Lighting > Lamps */
  category: string;
  options: Option[] | null;
  metafields: Fact[] | null;
  skus: string[] | null;
  variant_count: number;
  /** decimal, in Currency */
  price_min: string;
  price_max: string;
  currency: string;
  /** the page on the shop, empty when it has none */
  url: string;
  images: Image[] | null;
  updated_at: string;
  /**
   * ReadAt is when the local copy was last compared with the shop, nil if
   * unknown.
   */
  read_at?: string;
  /**
   * Unknown are the fields of which the shop cannot tell whether the product has
   * a text.
   */
  unknown?: Field[];
  /** facts noted for all the shop's products, one a line */
  shop_facts: string;
}

/**
 * ProductFacets are the values that a shop's products can be filtered by, the
 * most frequent first, at most MaxFacets of each kind. Each is counted among the
 * products that pass the other parts of the filter; a chosen one is listed even
 * where none has it.
 */
export interface ProductFacets {
  statuses: Facet[] | null;
  vendors: Facet[] | null;
  types: Facet[] | null;
  tags: Facet[] | null;
  collections: Facet[] | null;
  without: Facet[] | null;
}

/**
 * ProductFile is what a product file was found to be, and what was left out of
 * it. A field that the file has no column for is unknown: the shop may well have
 * a text there.
 */
export interface ProductFile {
  name: string;
  bytes: number;
  products: number;
  variants: number;
  images: number;
  format: FileFormat;
  /** in the order of the file */
  columns: FileColumn[] | null;
  /** fields of products that the file has no column for */
  unknown: Field[] | null;
  /** how many texts of each known field are empty */
  empty: FieldCount[] | null;
  left_out: FileReport;
}

/**
 * ProductFilter narrows a product list: a product passes where it has one of the
 * values of each part. An empty part lets all through.
 */
export interface ProductFilter {
  status?: string[];
  vendor?: string[];
  type?: string[];
  tag?: string[];
  /** ids */
  collection?: string[];
  /** fields of which one is empty; for alt text: of any picture */
  without?: string[];
  /** words of the description, 0 for any length */
  shorter_than?: number;
  /** of the latest draft of the product or its pictures, 1 to 100, 0 for any */
  score_below?: number;
  history?: ProductHistory | "";
}

/** ProductHistory is what Galley has done for a product. */
export type ProductHistory =
  | ""
  | "never_written"
  | "written"
  | "published";

/** ProductHit is a product that a search over all shops found. */
export interface ProductHit {
  shop_id: string;
  /** its name */
  shop: string;
  id: string;
  handle: string;
  title: string;
}

/** ProductPage is a window of a product list. */
export interface ProductPage {
  /** all that match */
  total: number;
  offset: number;
  products: ProductSummary[] | null;
}

/** ProductQuery asks for a window of a shop's products. */
export interface ProductQuery {
  shop_id: string;
  /** words in title, handle, vendor, type, tags, SKU; all must match, the last as a prefix */
  search: string;
  filter: ProductFilter;
  /** of the products that the job writes for alone */
  job_id?: string;
  sort?: ProductSort | "";
  descending?: boolean;
  offset: number;
  /** at most MaxPage */
  limit: number;
}

/** ProductRef names a product; it is kept when the product is gone. */
export interface ProductRef {
  id: string;
  handle: string;
  title: string;
}

/** ProductSort is what a list of products is ordered by; equal ones by title. */
export type ProductSort =
  | ""
  | "description"
  | "seo_title"
  | "meta_description"
  | "alt_text"
  | "updated";

/** ProductSummary is a row of the product list. */
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
  /** texts that people saved for it and did not publish */
  own_drafts: number;
}

/**
 * Profile is how a shop speaks. It goes to the writer with every product of the
 * shop; a job keeps the one that it started with.
 */
export interface Profile {
  /** who the shop speaks to */
  audience: string;
  voice: string;
  /** "" for the language of the shop's own texts */
  language: string;
  /** British */
  spelling: string;
  /** how it speaks to the reader: you */
  person: string;
  do: string[] | null;
  dont: string[] | null;
  lengths: FieldLength[] | null;
  /** words to avoid; an asterisk at the end means any ending */
  forbidden: string[] | null;
  terms: Term[] | null;
  /** of the house */
  rules: string;
  /** that a person marked as good */
  examples: GoodText[] | null;
  /** offered where a draft is written again; no job has them */
  notes: string[] | null;
}

/**
 * Progress is the progress of writing. Done counts items that are not retried
 * automatically: generated, failed, skipped or cancelled.
 */
export interface Progress {
  done: number;
  total: number;
  /** 0 to 100 */
  percent: number;
}

/** PromptItem is the part of a prompt that is about one item. */
export interface PromptItem {
  place: PlaceRef;
  user: string;
  tokens: number;
}

/**
 * PromptPrefix is the part of a prompt that is the same for every product of a
 * shop, and what of it endpoints had cached.
 */
export interface PromptPrefix {
  /** of the prompt's stable part for a description, estimated */
  tokens: number;
  /** input tokens of the shop's jobs with a profile, in the last 30 days */
  sent: number;
  /** of these, read from the endpoint's cache */
  cached: number;
}

/**
 * PromptPreview is what would be sent to the writer for the first few items of a
 * job.
 */
export interface PromptPreview {
  /** the same for every item */
  system: string;
  system_tokens: number;
  items: PromptItem[] | null;
  /** UnknownPlaceholders and Unused are as in an estimate. */
  unknown_placeholders: string[] | null;
  unused: string | null;
}

/**
 * Proof is all that a person needs to judge a draft. Product or Collection is
 * what the draft is for, nil where it is gone from the local copy.
 */
export interface Proof {
  item: Item;
  job: Job;
  product: Product | null;
  collection: Collection | null;
  revisions: Revision[] | null;
  publications: Publication[] | null;
  /** SafeContent and SafeOriginal are the texts made safe to show as HTML. */
  safe_content: string;
  safe_original: string;
  /** Keyphrase is the one that the draft is for, or a guess, which no score counts. */
  keyphrase: Keyphrase;
  /** OnShop is what the shop has now as far as Galley knows, nil where it does not. */
  on_shop: ShopText | null;
  /**
   * Replaced is what the published draft replaced on the shop, nil where none is
   * published or it is not known.
   */
  replaced: Value | null;
  /**
   * Claims, Lost and Blocks are of a draft that is written: all that it says of the
   * product, what of the shop's text it does not say, and the parts kept as they are.
   */
  claims: DraftClaim[] | null;
  lost: LostFact[] | null;
  blocks: KeptBlock[] | null;
  /** Good is nil where the draft cannot be marked as good. */
  good: GoodMark | null;
}

/** ProposeEstimate says what proposing keyphrases would cost. */
export interface ProposeEstimate {
  /** without a keyphrase */
  places: number;
  requests: number;
  writer: WriterSpec;
  /** about */
  cost_usd: number;
  /** at most */
  cost_max_usd: number;
  priced: boolean;
  /** what was spent or set aside today before it */
  today_usd: number;
  /** why it cannot start */
  needs_price: Reason | null;
}

/** ProposedKeyphrases are a model's guesses, which are saved and not scored. */
export interface ProposedKeyphrases {
  proposed: PlacedKeyphrase[] | null;
  /** places that the model gave no usable phrase for */
  without: number;
  usage: Usage;
}

/**
 * Publication is one write to a shop, decided and then done. Expected is what
 * the shop must still have for the write to go ahead; Before is what it had
 * just before, After the text to write, Live the text read back.
 */
export interface Publication {
  /** UUID */
  id: string;
  shop_id: string;
  item_id: string;
  place: PlaceRef;
  product: ProductRef;
  field: Field;
  kind: PublicationKind;
  state: PublicationState;
  expected: Value;
  before: Value | null;
  after: Value;
  live: Value | null;
  /** the other SEO field, as it was sent along */
  sibling: Value | null;
  person: string;
  /** which model wrote the text */
  writer: string;
  /** that queued it, "" for publications older than plans */
  plan: string;
  undoes?: string;
  /** the undo of an undo: publishes the text again */
  again?: boolean;
  /** takes a published text off the shop; its undo publishes the text again */
  removes: boolean;
  /** a lost write that the shop carried out later */
  late?: boolean;
  /** the shop's id of the last write, "" if nothing was sent */
  request_id: string;
  error: Reason | null;
  attempts: number;
  created_at: string;
  /** of the last attempt */
  started_at: string | null;
  finished_at: string | null;
  /** it is the last write to its place, and not undone */
  can_undo: boolean;
}

/** PublicationKind distinguishes publishing from undoing. */
export type PublicationKind =
  | "publish"
  | "undo";

/** PublicationState is the state of one write to a shop. */
export type PublicationState =
  | "queued"
  | "publishing"
  | "published"
  | "conflict"
  | "failed"
  | "withdrawn";

/** PublishPlan says exactly what confirming Plan would do, for the question. */
export interface PublishPlan {
  plan: string;
  shop: string;
  /** texts for a file shop are collected for its file */
  shop_kind: ShopKind;
  field: Field;
  /** drafts that would be written */
  count: number;
  /** of these, places that have a text now */
  replaces: number;
  /** of these, drafts with warnings */
  warned: number;
  /** of these, approved drafts */
  approved: number;
  /** of these, drafts that nobody opened at their revision */
  unopened: number;
  /** with Count, all items of the job, or all that were named */
  left: Left;
  /** named drafts that have changed since they were on screen */
  changed: LeftOut[] | null;
  /** "" where drafts are named */
  scope: PublishScope;
  /** what each would publish, empty where drafts are named */
  scopes: ScopeFigures[] | null;
  /** Seconds is about how long writing takes, from the shop's last publications; 0 where there were none. */
  seconds: number;
}

/**
 * PublishRequest names the drafts of one job to publish: those named, or those
 * of the scope (ScopeApproved, if OnlyApproved). Conflicts and failed ones go only when named; rejected ones
 * only when named and Rejected is set. Items name the revision on screen: a
 * draft that changed since is left out and named. ItemIDs name the current
 * ones.
 */
export interface PublishRequest {
  job_id: string;
  item_ids?: string[];
  items: ItemAt[] | null;
  only_approved: boolean;
  /** Selection, alone, is everything in a list. Its conflicts are left out: they need both texts seen. */
  selection?: ItemSelection;
  /** "" for all */
  scope?: PublishScope;
  /** of named conflicts: replace the text that the conflict showed */
  overwrite: boolean;
  /** also named drafts that were rejected */
  rejected?: boolean;
}

/** PublishScope says which drafts of a job a plan publishes where none is named. */
export type PublishScope =
  | "approved"
  | "without_warnings"
  | "all";

/** PublishState is the state of an item's draft on the shop. */
export type PublishState =
  | "unpublished"
  | "queued"
  | "publishing"
  | "published"
  | "failed"
  | "conflict"
  | "undone";

/**
 * PutBackPlan says exactly which text confirming Plan would publish again, and
 * which text of the shop it would replace.
 */
export interface PutBackPlan {
  plan: string;
  shop: string;
  /** "" for a text of the product editor */
  job_id: string;
  change: ChangedText;
}

/** Quote is a fact as its source has it. */
export interface Quote {
  /** title, type, tag, option, metafield, price, table, text, shop_facts, members, person */
  kind: string;
  text: string;
  /** written by a model */
  weak?: boolean;
}

/** Ready counts the items of a job that each action would take now. */
export interface Ready {
  publish: number;
  /** of these, approved drafts */
  approved: number;
  undo: number;
  retry: number;
  withdraw: number;
}

/**
 * Reason is why something is in its state: a code, its sentence, and what the
 * shop or the endpoint really said.
 */
export interface Reason {
  code: Code;
  message: string;
  /** the cause without secrets, "" where there is none */
  detail?: string;
}

/**
 * Removals are the products that the last sync did not find on the shop and
 * that are kept in the local copy. Plan names exactly these: confirming it
 * removes no others.
 */
export interface Removals {
  /** "" where nothing is missing */
  plan: string;
  count: number;
  /** by title, at most RemovalsShown */
  products: ProductRef[] | null;
}

/**
 * ReplaceRequest puts words in the place of others in drafts of a job: in those
 * named, else in all that pass the filter and the search, but those left out.
 * Words are looked for in the text that people see, never in tags, attributes or
 * blocks that are kept as they are.
 */
export interface ReplaceRequest {
  job_id: string;
  find: string;
  /** "" takes the words out */
  with: string;
  match_case: boolean;
  whole_words: boolean;
  items: string[] | null;
  filter: ItemFilter;
  /** as of ItemQuery */
  also?: ItemFilter[];
  product?: ProductFilter;
  search: string;
  except: string[] | null;
}

/**
 * Replacement says what it does to a file shop if a newer export takes the
 * place of its present one. Plan names this change: confirming it takes exactly
 * this file, for a shop that still has the same file.
 */
export interface Replacement {
  plan: string;
  /** in the newer file */
  products: number;
  /** in both, by handle */
  matched: number;
  added: number;
  gone: number;
  /**
   * GoneProducts are those that the newer file does not have, in the order of
   * the present one, at most RemovalsShown.
   */
  gone_products: ProductRef[] | null;
  /** to review, of products that stay */
  drafts: number;
  /** to review, of products that are gone: they are put aside */
  gone_drafts: number;
  /** published texts that the newer file has */
  imported: number;
  /** published texts that it does not have yet: they stay in the export */
  waiting: number;
  /** published texts in whose place it has another text: it counts */
  changed: number;
  /** Asks: so many products are gone that this may be the file of another shop. */
  asks: boolean;
}

/** RetryPlan says exactly what confirming Plan would try again. */
export interface RetryPlan {
  plan: string;
  shop: string;
  field: Field;
  count: number;
  /** of these, items that are written again */
  write: number;
  /** of these, drafts that are published again */
  publish: number;
  changed: LeftOut[] | null;
}

/** RetryRequest names failed items of one job, or with none named, all. */
export interface RetryRequest {
  job_id: string;
  item_ids?: string[];
  items: ItemAt[] | null;
}

/** ReviewCounts counts drafts to review. */
export interface ReviewCounts {
  left: number;
  warned: number;
  /** with a score below GoodScore; 0 where the shop's plan has no scores */
  low: number;
}

/** ReviewTab narrows the drafts to review; each has a tab of the inbox. */
export type ReviewTab =
  | ""
  | "warned"
  | "low"
  | "rewritten"
  | "today";

/** Revision is one text that an item has had, oldest first. */
export interface Revision {
  /** from 1 */
  number: number;
  author: Author;
  /** the model's or the person's name */
  name: string;
  /** the note of the regenerate that wrote it */
  note: string;
  content: string;
  created_at: string;
}

/**
 * Rewrite is a request to have a draft written again, and what became of it.
 * The draft that it was made for is kept unless the request is RewriteDone.
 */
export interface Rewrite {
  state: RewriteState;
  note: string;
  /** why it is paused, or the draft was kept */
  reason: Reason | null;
  /** the reason in a few words */
  brief: string;
  /**
   * Revision is the draft that the request was made for: what a person saw. Once
   * it is RewriteDone, the current draft is the next one.
   */
  revision: number;
}

/**
 * RewriteCounts counts the drafts of a job that were last to be written again
 * together. Every request that is made while others are open joins them.
 */
export interface RewriteCounts {
  total: number;
  /** queued or being written */
  waiting: number;
  paused: number;
  written: number;
  failed: number;
  cancelled: number;
  /** Reason is why the first of them is paused, or failed. */
  reason: Reason | null;
}

/** RewriteNotes are notes to choose from where drafts of a shop are written again. */
export interface RewriteNotes {
  /** that people gave, the newest first */
  last: string[] | null;
  /** of the shop's profile */
  house: string[] | null;
}

/**
 * RewriteState is the progress of a request to regenerate a draft.
 * The draft stays in place until another one is saved.
 */
export type RewriteState =
  | "queued"
  | "writing"
  | "paused"
  | "written"
  | "failed"
  | "cancelled";

/** Role is a text's purpose for its readers, the same for products and collections. */
export type Role =
  | "title"
  | "description"
  | "seo_title"
  | "meta_description"
  | "alt_text";

/** Rule is one rule's part in a score. */
export interface Rule {
  id: string;
  verdict: Verdict;
  /** 9 at best */
  points: number;
  /** what was found: "241", "18 %" */
  measured: string;
  /** the rule in words: "At least 200 words" */
  message: string;
}

/**
 * Rules are what the pages know without asking. They are written into the
 * generated TypeScript, so that no page repeats a rule.
 */
export interface Rules {
  /** in the order in which people see them */
  fields: FieldRule[] | null;
  shops: ShopRule[] | null;
  plans: PlanRule[] | null;
  writers: WriterRule[] | null;
  /** those that mean something to the pages */
  codes: CodeRule[] | null;
  /** the rules of warnings about claims without a source */
  claims: string[] | null;
  /** the rules of warnings about parts of the shop's text that a draft lacks */
  losses: string[] | null;
  scores: ScoreRule;
  themes: Theme[] | null;
  /** percent */
  text_sizes: number[] | null;
  sign_ins: SignInRule[] | null;
  ledger_formats: Format[] | null;
  /** that a person can choose for a product file */
  encodings: EncodingChoice[] | null;
  /** the model of a price for all models of a server */
  any_model: string;
  limits: Limits;
  /** of instructions */
  placeholders: Placeholder[] | null;
  /** items of a job that is tried out first */
  sample_size: number;
  /** what a new demo shop has written first */
  first_drafts: StartRule;
  /** the code over HTTP for a request without a session */
  signed_out: string;
  /** port of the sign-in callback unless another one is named */
  sign_in_port: number;
  /** widths of characters in Arial: lines of a width, of which 2048 make one em, and who have it (hexadecimal, ranges with "-") */
  glyphs: string;
  /** what an app's settings have to allow, for that port */
  redirect_url: string;
}

/** Run is the progress of the writes of one plan. */
export interface Run {
  plan: string;
  kind: PlanKind;
  shops: string[] | null;
  /** "" for the product editor and for entries of the ledger */
  job_id: string;
  confirmed_at: string;
  total: number;
  /** queued or being sent */
  waiting: number;
  published: number;
  undone: number;
  conflict: number;
  failed: number;
  withdrawn: number;
}

/** Sample is one item of an estimate: its current text. */
export interface Sample {
  place: PlaceRef;
  product: ProductRef;
  image: ImageRef | null;
  original: string;
}

/**
 * SavePlan says exactly which texts of the product editor confirming Plan
 * would write.
 */
export interface SavePlan {
  plan: string;
  shop: string;
  place: PlaceRef;
  product: ProductRef;
  count: number;
}

/** ScopeFigures are what a scope would publish. */
export interface ScopeFigures {
  scope: PublishScope;
  count: number;
  approved: number;
  /** of these, not decided */
  open: number;
  /** of these, with warnings */
  warned: number;
  /** of these, drafts that nobody opened */
  unopened: number;
}

/** ScopedFact is a fact about the products of a vendor, type or collection. */
export interface ScopedFact {
  id: number;
  scope: FactScope;
  fact: string;
  who: string;
  when: string;
}

/** Score is how good a text is by the rules of its field, with each rule's part. */
export interface Score {
  /** 0 to 100: round(100 × points ÷ (9 × rules that applied)), never below 0 */
  total: number;
  rules: Rule[] | null;
}

/** ScoreRule says how scores are graded. */
export interface ScoreRule {
  /** the least total of a good one */
  good: number;
  fair: number;
  /** the most points of one rule */
  best: number;
}

/**
 * SeenChange names a changed text as a person saw it. A shop that was seen with
 * another text since has another SeenAt.
 */
export interface SeenChange {
  publication_id: string;
  seen_at: string;
}

/** SelectedItem names one item as it is now. */
export interface SelectedItem extends ItemAt {
  decision: Decision;
}

/** SelectedItems are the items of a selection that take its action now. */
export interface SelectedItems {
  /** in the selection, with those that do not take the action */
  total: number;
  /** in the list and not in the selection, since they changed after it was drawn */
  changed: number;
  items: SelectedItem[] | null;
}

/**
 * Selection says which products, or collections, a job covers: all, those that match a search,
 * or those named by id or handle.
 */
export interface Selection {
  all?: boolean;
  search?: string;
  /** narrows All or Search */
  filter?: ProductFilter;
  product_ids?: string[];
  handles?: string[];
  /** CollectionIDs and Handles name collections where the field is theirs. */
  collection_ids?: string[];
  /** ids left out of All or Search */
  except?: string[];
}

/** SelectionCount counts the items of a selection. */
export interface SelectionCount {
  /** with those that do not take the action */
  total: number;
  /** take the action now */
  takes: number;
  /** in the list and not in the selection, since they changed after it was drawn */
  changed: number;
}

/** Settings are the preferences of one home. */
export interface Settings {
  strategy: Strategy;
  writer: WriterSettings;
  prices: Price[] | null;
  caps: Caps;
  appearance: Appearance;
  /** the name shown beside edits and publications */
  person: string;
}

/** Severity says what a warning does. */
export type Severity =
  | "info"
  | "warning"
  | "hold";

/** Shop is one client's store. */
export interface Shop {
  id: string;
  name: string;
  kind: ShopKind;
  /** myshop.myshopify.com */
  domain: string;
  /** address of the Admin API; empty means https://Domain */
  endpoint: string;
  /** into a Shopify shop; empty for others */
  sign_in: SignIn | "";
  /** of the app that signs in; empty with a pasted token */
  client_id: string;
  /** ISO 4217 */
  currency: string;
  plan: Plan;
  /** why its outbox waits, if something is wrong */
  halted: Reason | null;
  halted_at: string | null;
  /** when a halted outbox is tried again; nil: it is being tried */
  try_at: string | null;
  /** products that the last sync did not find on the shop, kept until a person confirms */
  missing: number;
  /** facts about all its products, one a line: a source for claims */
  facts: string;
  /** fields that its file has no column for, as of the last sync */
  unknown: Field[] | null;
  synced_at: string | null;
  created_at: string;
}

/** ShopCan says what may be done with a shop now. */
export interface ShopCan {
  /** no other sync is running */
  sync: boolean;
  /** it was synced, so there is something to write for */
  create_job: boolean;
  /** some draft of its jobs is included when all are published */
  publish: boolean;
  /** something written to it can be undone */
  undo: boolean;
  /** something is queued in its outbox */
  withdraw: boolean;
  /** its outbox is paused until the next try */
  try_now: boolean;
  /** its sign-in can be replaced */
  sign_in: boolean;
  /** its published texts can be written to a file */
  export: boolean;
  /** at once: no write to it is under way or of unknown outcome, and no sync; else the service waits, then refuses */
  remove: boolean;
}

/** ShopInfo is what a shop reports about itself. */
export interface ShopInfo {
  name: string;
  domain: string;
  /** the public site */
  url: string;
  currency: string;
  plan: string;
  scopes: string[] | null;
  products: number;
  /** scopes that Galley needs and the token lacks */
  missing: string[] | null;
  /** MissingNames are the missing scopes in words. */
  missing_names?: string[];
  warnings?: string[];
  /** File is how the file of a file shop is read. */
  file?: ProductFile;
}

/** ShopKind is the kind of system behind a shop. */
export type ShopKind =
  | "shopify"
  | "demo"
  | "file";

/** ShopOrder is how the shops of the inbox are listed. */
export type ShopOrder =
  | ""
  | "oldest"
  | "name";

/**
 * ShopOverview is a shop with its counts and what is under way. Counting takes
 * longer than reading the shop.
 */
export interface ShopOverview extends Shop {
  product_count: number;
  image_count: number;
  /** drafts to read, over all jobs that are not archived: see ItemStatus.ToReview */
  to_review: number;
  /** drafts that wait for a decision or for publishing, over all jobs */
  pending_review: number;
  /** jobs queued or running */
  running_jobs: number;
  /** publications in the outbox */
  waiting: number;
  /** while a sync is under way */
  sync: SyncProgress | null;
  can: ShopCan;
}

/** ShopRef names a shop in the ledger; it is kept when the shop is removed. */
export interface ShopRef {
  id: string;
  name: string;
  domain: string;
}

/** ShopRemoved reports the effects of removing a shop. */
export interface ShopRemoved extends ShopOverview {
  /** queued texts that were not sent */
  withdrawn: number;
  /** jobs that were cancelled */
  cancelled: number;
  /** writes to the shop that the ledger keeps */
  written: number;
  /** writes recorded in the ledger with an unknown outcome */
  abandoned: number;
}

/** ShopRule is what the pages know of a kind of shop. */
export interface ShopRule {
  kind: ShopKind;
  label: string;
  connect: ConnectWay;
  /** published texts are collected for a file */
  exports: boolean;
  /** the shop can have some */
  collections: boolean;
}

/** ShopSettings are the settings that hold for one shop. */
export interface ShopSettings {
  in_force: Settings;
  /**
   * Own are the keys that the shop has of its own, sorted; the rest is as for all
   * shops.
   */
  own: string[] | null;
}

/**
 * ShopText is the shop's text at a place, as far as Galley knows, and when it
 * was seen. A nil time is unknown.
 */
export interface ShopText {
  value: Value;
  seen_at: string | null;
}

/** Side is which of two compared samples a job is, "" outside of a comparison. */
export type Side =
  | ""
  | "a"
  | "b";

/**
 * SideAgain asks for one sample of a comparison to be written again, with other
 * instructions or another model. The drafts of the other sample stay.
 */
export interface SideAgain {
  job: string;
  instructions: string;
  instructions_name: string;
  /** "" for the same */
  model: string;
}

/** SideSummary sums up the drafts of one sample. */
export interface SideSummary {
  /** drafts */
  written: number;
  /** average, rounded, of those that have one; nil without any */
  score: number | null;
  /** drafts with a warning that holds them */
  held: number;
  /** average, in words or characters as the field is measured */
  length: number;
  /** words or characters */
  unit: string;
  /** drafts as long as the profile asks for, nil where it asks for no length */
  in_range: number | null;
  /** drafts that begin as another of the sample does */
  alike: number;
  cost_usd: number;
  priced: boolean;
}

/** SignIn is how Galley signs in to a Shopify shop. */
export type SignIn =
  | "token"
  | "client_credentials"
  | "authorization_code";

/** SignInRule is what the pages know of a way to sign in. */
export interface SignInRule {
  way: SignIn;
  /** a client ID and secret rather than a token */
  needs_app: boolean;
  /** on the shop's own page, which comes back to a port */
  in_browser: boolean;
}

/** Since is what became of a published text on the shop after it was published. */
export type Since =
  | ""
  | "changed"
  | "taken_over"
  | "replaced";

/** Spend is the cost of writing on a day, in US dollars. Caps count both parts. */
export interface Spend {
  booked_usd: number;
  /** reserved for requests under way */
  reserved_usd: number;
  /** booked and reserved: the amount that caps count */
  total_usd: number;
  /** a part of BookedUSD was counted by length or assumed */
  estimated: boolean;
}

/**
 * Spending is what writing costs: on this day and in this month, at this
 * computer's place.
 */
export interface Spending {
  day: Spend;
  month: Spend;
}

/** StartRule is the first job of the demo shop, for the built-in templates. */
export interface StartRule {
  field: Field;
  handles: string[] | null;
}

/** StepKind is what a person did to drafts. */
export type StepKind =
  | "decide"
  | "edit"
  | "keep";

/** Strategy says whether good drafts wait for review or are published at once. */
export type Strategy =
  | "review"
  | "publish";

/** Stretch is a part of a passage. */
export interface Stretch {
  text: string;
  change: TextChange;
}

/** Structure is how an endpoint can be made to return a certain form. */
export type Structure =
  | "json_schema"
  | "json_object"
  | "plain";

/** SyncKind is how a sync reads a shop. */
export type SyncKind =
  | "pages"
  | "list"
  | "changes";

/** SyncProgress is how far a sync is. */
export interface SyncProgress extends Progress {
  /**
   * Preparing: the shop is still writing its list of products. Done counts
   * those on it.
   */
  preparing: boolean;
}

/** SyncResult is what a sync did. */
export interface SyncResult extends CollectionsResult {
  /** on the shop */
  products: number;
  images: number;
  /** gone from the shop since the last sync */
  removed: number;
  /** not on the shop any more, and kept until a person confirms */
  missing: number;
  /**
   * Incomplete are products of which the shop could not give some part: the
   * part keeps its last known value.
   */
  incomplete: number;
  /**
   * Kind is how the products were read, ListError why they came by pages where
   * the shop's list was tried.
   */
  kind: SyncKind;
  list_error: Reason | null;
  /** how long it took */
  millis: number;
}

/** TabCounts counts the drafts of each tab, also while one searches. */
export interface TabCounts {
  all: number;
  warned: number;
  low: number;
  rewritten: number;
  today: number;
}

/** Term is a word that a shop always writes in one way. */
export interface Term {
  write: string;
  not: string[] | null;
  /** other languages */
  in: Translated[] | null;
}

/** TextChange is what becomes of a stretch of text. */
export type TextChange =
  | "stays"
  | "removed"
  | "added";

/**
 * TextEdit is a text of the product editor to be published. Expected is the
 * text that the editor was opened with.
 */
export interface TextEdit {
  field: Field;
  /** for alt text */
  image_id: string;
  expected: Value;
  value: Value;
}

/** Theme is the window's colour scheme. */
export type Theme =
  | "system"
  | "light"
  | "dark";

/** Translated is what a term is in a language. */
export interface Translated {
  /** a code such as de */
  language: string;
  write: string;
}

/** TypedAt is the product or collection in whose editor something was typed and not saved. */
export interface TypedAt {
  shop_id: string;
  kind: PlaceKind;
  id: string;
  handle: string;
  title: string;
  seat: string;
  person: string;
  typed_at: string;
}

/**
 * TypedTexts are what a person typed in the editor of a product or collection, in
 * one window, and did not save. Revision of each text is of the saved draft that it
 * goes on from.
 */
export interface TypedTexts {
  /** the window that it was typed in */
  seat: string;
  /** rises with each call of that window */
  turn: number;
  texts: OwnText[] | null;
  person: string;
  typed_at: string;
}

/**
 * UndoPlan says exactly what confirming Plan would undo. The shop's text is
 * known only when it is read; texts that changed are then left alone and named.
 */
export interface UndoPlan {
  plan: string;
  /** "" for entries of several shops */
  shop: string;
  /** "" for entries of several fields */
  field: Field | "";
  count: number;
  /** named ones that cannot be undone */
  left: LeftOut[] | null;
}

/**
 * UndoRequest names what to undo: published items of one job (those named, or
 * all), entries of the ledger, or one publication.
 */
export interface UndoRequest {
  job_id?: string;
  item_ids?: string[];
  /** at the revision that was on screen */
  items?: ItemAt[];
  entries?: number[];
  publication_id?: string;
}

/** UnsavedAt is where something was typed and not saved. */
export interface UnsavedAt {
  item_id: string;
  job_id: string;
  shop_id: string;
  field: Field;
  /** of its product or collection */
  title: string;
  seat: string;
  person: string;
  typed_at: string;
}

/** UnsavedEdit is what a person typed into a draft and did not save. */
export interface UnsavedEdit {
  /** the window that it was typed in */
  seat: string;
  /** rises with each call of that window */
  turn: number;
  /** that was edited */
  revision: number;
  content: string;
  person: string;
  typed_at: string;
}

/**
 * Usage is what writing took. CostUSD is 0 while Priced is false: the price of
 * the model is unknown, which is not the same as free. Estimated: a part was
 * counted by length, or assumed for an answer that was lost.
 */
export interface Usage {
  input_tokens: number;
  output_tokens: number;
  cached_tokens: number;
  cost_usd: number;
  priced: boolean;
  estimated: boolean;
}

/**
 * Value is the content of a field on the shop. Shopify distinguishes an unset
 * SEO title or alt text (null) from an empty one; an undo must too.
 */
export interface Value {
  text: string;
  null?: boolean;
}

/** Verdict grades one rule, or a score as a whole. */
export type Verdict =
  | "good"
  | "fair"
  | "poor";

/** WaitFor is what an open job waits for. */
export type WaitFor =
  | "rate_limit"
  | "day_limit"
  | "job"
  | "spend_cap";

/** Waits says what an open job waits for, and until when. */
export interface Waits {
  for: WaitFor;
  /** when it goes on by itself; nil for a job */
  until: string | null;
  /** the one before it, "" for an endpoint */
  job: string;
}

/**
 * Warning is something in a draft that a person should see. Start and End are
 * rune offsets in the text that people see (for HTML: its visible text); both
 * are 0 if the warning concerns the whole text.
 */
export interface Warning {
  rule: string;
  severity: Severity;
  message: string;
  /** the words that it points at; of the whole text what was measured, such as "3" lost links */
  about: string;
  start: number;
  end: number;
  /** of a claim */
  grade?: Grade;
  /** of a claim: what it contradicts */
  source?: Quote;
  /** of a claim: what its words should say, as its source has it */
  right?: string;
}

/**
 * WarningKey identifies a warning through revisions and versions of Galley: its
 * sentence may be reworded, its rule and what it is about stay. One that Galley
 * 1.2 or earlier kept, and whose rule is not known, has its sentence as About
 * and no Rule.
 */
export interface WarningKey {
  rule: string;
  about: string;
}

/**
 * WithdrawRequest names what to withdraw before it is sent: everything of the
 * shop, of one job, of that job's items given, or of one plan.
 */
export interface WithdrawRequest {
  /** only what this plan queued */
  plan?: string;
  shop_id: string;
  job_id: string;
  item_ids: string[] | null;
}

/** WriterKind names a writer. */
export type WriterKind =
  | "template"
  | "openai";

/** WriterReport is the result of trying a writer. */
export interface WriterReport {
  name: string;
  millis: number;
  /** what the endpoint offers, at most 200 */
  models: string[] | null;
  structured: Structure;
  pictures: boolean;
  /** it takes batches, at a part of the price */
  batches: boolean;
  /** it cuts long questions and does not say so */
  prompt_cut: boolean;
  usage: Usage;
}

/** WriterRule is what the pages know of a kind of writer. */
export interface WriterRule {
  kind: WriterKind;
  /** where people expect a model's name; "" where the writer has one */
  label: string;
  /** its drafts cost nothing */
  free: boolean;
  needs_endpoint: boolean;
  /** it uses instructions and the shop's profile */
  prompted: boolean;
}

/** WriterSettings are the writer of new jobs, and the request limits of all jobs. */
export interface WriterSettings {
  kind: WriterKind;
  base_url: string;
  model: string;
  /** requests at once, 1 to 64 */
  concurrency: number;
  /** requests a minute, 0 for no limit */
  rpm: number;
  /** tokens a minute, 0 for no limit */
  tpm: number;
  /** whether the vault has a key for BaseURL */
  key_stored: boolean;
  /**
   * AnswerLimits are the most tokens that answers may have, where a person
   * chose them.
   */
  answer_limits: AnswerLimit[] | null;
  /** Learned is what was learned about the model, nil for nothing yet. */
  learned: Lesson | null;
}

/**
 * WriterSpec says which writer a job uses. It holds no key: keys are in the
 * vault, by base URL.
 */
export interface WriterSpec {
  kind: WriterKind;
  /** ends in /v1 */
  base_url?: string;
  model?: string;
}

/**
 * WriterTrial is the result of having a writer write one text for a made-up
 * product, as a job would have it written.
 */
export interface WriterTrial {
  report: WriterReport;
  /** what it wrote for */
  product: string;
  /** the description as people read it, a line a paragraph */
  text: string;
  words: number;
  /** that the text took */
  millis: number;
  /** of the test and the text */
  usage: Usage;
}

/**
 * Writings are the drafts and publications of a product with its images, or of a
 * collection.
 */
export interface Writings {
  /** each text that the editor shows, in its order */
  texts: DeskText[] | null;
  /** texts that people saved and did not publish */
  own: OwnDraft[] | null;
  /** newest first */
  drafts: Item[] | null;
  /** newest first */
  publications: Publication[] | null;
  /** published texts that were changed on the shop since */
  changed: DeskChange[] | null;
  safe_description: string;
}

/** Calls, over the window's binding or POST /rpc/NAME. */
export interface Calls {
  /**
   * AcceptRemovals syncs a shop and removes the products of a plan of
   * ListRemovals from the local copy that it still does not list.
   */
  AcceptRemovals(id: string, plan: string): SyncResult;
  /** AddDemoShop connects the built-in demo shop. */
  AddDemoShop(): ShopOverview;
  /** AddFact notes what holds for every product of an item's shop. */
  AddFact(id: string, revision: number, fact: string): Item;
  /** AddFileShop opens a product file as a shop. */
  AddFileShop(f: NewFile, content: string): OpenedFile;
  /** AddProductFact notes a fact of a product. */
  AddProductFact(shop: string, product: string, fact: FactEdit): FactSheet;
  /** AddScopedFact notes what holds for the products of a vendor, type or collection. */
  AddScopedFact(shop: string, scope: FactScope, fact: string): ScopedFact;
  /**
   * AddShopifyShop connects a shop by a pasted token, or by an app's client ID and
   * secret.
   */
  AddShopifyShop(c: Connection): ShopOverview;
  /** AnswerClaims answers a claim in these drafts, as they were on screen. */
  AnswerClaims(request: AnswerRequest, drafts: ItemAt[]): Answered;
  /** ApproveItems marks drafts as good, each at the revision that was on screen. */
  ApproveItems(drafts: ItemAt[]): Decided;
  /** ArchiveJob takes an ended job out of the list; nothing of it is lost. */
  ArchiveJob(id: string): Job;
  /**
   * BeginSignIn prepares signing in on the shop's own page, which the person is to
   * open in a browser.
   */
  BeginSignIn(c: Connection): Invitation;
  /** Boot returns version, shops and settings. */
  Boot(): Boot;
  /** CancelJob ends a job; what is written stays. */
  CancelJob(id: string): Job;
  /**
   * CancelRegenerate keeps drafts that were to be written again, and returns of
   * how many. None of them is replaced any more once it has returned.
   */
  CancelRegenerate(items: string[]): number;
  /** CancelSignIn gives a sign-in up, if it still waits. */
  CancelSignIn(id: string): void;
  /** CheckShop asks a shop who it is and what Galley may do there. */
  CheckShop(id: string): ShopInfo;
  /** ChooseDrafts ends a comparison with the drafts that a person kept. */
  ChooseDrafts(choice: ComparisonChoice): Job;
  /**
   * CompactDataFile gives the empty parts of the data file back to the disk, and
   * returns its size afterwards. It is refused while work runs.
   */
  CompactDataFile(): DataFile;
  /** CompareJobs makes two samples of the same items. */
  CompareJobs(spec: ComparisonSpec): Comparison;
  /** ConfirmKeyphrases makes guesses keyphrases, and returns those that are set now. */
  ConfirmKeyphrases(shop: string, places: KeyphraseAt[]): PlacedKeyphrase[] | null;
  /** ContinueJob has the rest of a sample written. */
  ContinueJob(id: string): Job;
  /** CorrectFact puts another value in the place of a row of a product's sheet. */
  CorrectFact(shop: string, product: string, row: string, fact: FactEdit): FactSheet;
  /**
   * CountClaims counts for each claim the drafts of a job that make it and can be
   * changed.
   */
  CountClaims(job: string, claims: WarningKey[]): number[] | null;
  /** CountSelected counts the items of a selection, and those that take its action now. */
  CountSelected(sel: ItemSelection): SelectionCount;
  /** CreateJob puts a job into the queue. */
  CreateJob(spec: JobSpec): Job;
  /** DecideSelected decides about everything in a list, but what changed since it was drawn. */
  DecideSelected(sel: ItemSelection, decision: Decision): Decided;
  /** DeleteInstructions forgets saved instructions; jobs keep their words. */
  DeleteInstructions(id: string): void;
  /**
   * DiscardKeyphrases removes the guesses of models in a language, and returns how
   * many.
   */
  DiscardKeyphrases(shop: string, kind: PlaceKind, language: string): number;
  /** DropUnsaved forgets what was kept of a window up to a turn of it. */
  DropUnsaved(id: string, seat: string, turn: number): void;
  /**
   * EditChanged makes a person's text a new draft of a published item whose text
   * on the shop was changed since.
   */
  EditChanged(id: string, seen: SeenChange, content: string): Item;
  /** EditDrafts puts a person's texts in the place of many drafts at once. */
  EditDrafts(job: string, texts: NewText[]): Edited;
  /** EditItem puts a person's text in the place of a draft's revision. */
  EditItem(id: string, revision: number, content: string): Item;
  /** EstimateAlike computes what RegenerateAlike would do and cost. */
  EstimateAlike(job: string, groups: string[]): AlikeRewrite;
  /** EstimateJob tells what a job would do and cost. */
  EstimateJob(spec: JobSpec): Estimate;
  /** EstimateKeyphrases tells what having keyphrases proposed by the model would cost. */
  EstimateKeyphrases(proposal: KeyphraseProposal): ProposeEstimate;
  /** EstimateLearn tells what having a profile proposed would cost. */
  EstimateLearn(shop: string): LearnEstimate;
  /** EstimateRest tells what writing the rest of a sample would cost. */
  EstimateRest(id: string): Estimate;
  /** ExamineFile tells what a product file is, and keeps nothing. */
  ExamineFile(f: NewFile, content: string): ProductFile;
  /**
   * ExportActivity asks for a file name and writes the entries that q selects
   * there, as csv or jsonl. A browser gets the file from /data/ledger instead.
   */
  ExportActivity(q: ActivityQuery, format: Format): ExportedLedger;
  /**
   * ExportShop asks for a file name and writes the published texts of a file
   * shop there, to several numbered files if one would be too large for Shopify's
   * import. No files mean that the person chose no name. A browser gets the files
   * from /data/export instead.
   */
  ExportShop(id: string): Exported;
  /**
   * FindModels reads what an endpoint offers, with values in place of saved
   * settings. It costs nothing and saves nothing.
   */
  FindModels(values: Record<string, string>): EndpointModels;
  /**
   * FindProductFacets lists the values of one part of a filter whose names have what
   * was typed, out of all that the query's products have.
   */
  FindProductFacets(query: ProductQuery, part: string, typed: string): Facet[] | null;
  /**
   * FindProducts names the first products with all the words in any shop, those of
   * one shop first.
   */
  FindProducts(first: string, search: string): ProductHit[] | null;
  /** FinishSignIn waits until the person has agreed, and connects the shop. */
  FinishSignIn(id: string): ShopOverview;
  /**
   * ForgetLearned forgets what was learned about the model in the settings, and
   * returns them.
   */
  ForgetLearned(): Settings;
  /** GetAlike lists the drafts of a job that are too much alike. */
  GetAlike(job: string): Alike;
  /** GetClosest returns the text that is most like a draft, null where none is. */
  GetClosest(id: string): Closest | null;
  /** GetCollectionDesk returns a collection with every draft and publication of it. */
  GetCollectionDesk(shop: string, idOrHandle: string): CollectionDesk;
  /** GetComparison returns two samples side by side. */
  GetComparison(id: string): Comparison;
  /** GetDataFile returns the size of the data file, and what compaction would give back. */
  GetDataFile(): DataFile;
  /** GetDesk returns a product with every draft and publication of it. */
  GetDesk(shop: string, idOrHandle: string): Desk;
  /** GetFactSheet lists what is known of a product, with where each fact is from. */
  GetFactSheet(shop: string, product: string): FactSheet;
  /** GetHeld lists what is held since the data file was restored. */
  GetHeld(): Held;
  /** GetInbox returns the drafts to review by shop and job. */
  GetInbox(query: InboxQuery): Inbox;
  /** GetJob returns a job with its counts. */
  GetJob(id: string): Job;
  /** GetKeyphrases returns the keyphrases of a product or collection in all languages. */
  GetKeyphrases(shop: string, at: KeyphraseAt): PlacedKeyphrase[] | null;
  /** GetLengths says how long the texts of a job are to be, and how many are not. */
  GetLengths(job: string): JobLengths;
  /** GetNotes lists notes to choose from where drafts of a shop are written again. */
  GetNotes(shop: string): RewriteNotes;
  /** GetPrefix tells how long the stable part of a shop's prompts is, and how much of it is cached. */
  GetPrefix(shop: string): PromptPrefix;
  /** GetProduct returns one product by id or handle. */
  GetProduct(shop: string, idOrHandle: string): Product;
  /** GetProfile returns how a shop speaks. */
  GetProfile(shop: string): Profile;
  /** GetProof returns an item with its product, revisions and publications. */
  GetProof(id: string): Proof;
  /** GetRun tells how far the writes of a confirmed plan are. */
  GetRun(plan: string): Run;
  /** GetSettings returns all settings. */
  GetSettings(): Settings;
  /**
   * GetShopSettings returns the settings that hold for a shop, and which of them
   * are its own.
   */
  GetShopSettings(shop: string): ShopSettings;
  /**
   * GetSpending returns what writing cost today and this month, for a shop or with
   * "" for all together, requests under way included.
   */
  GetSpending(shop: string): Spending;
  /** ImportFacts notes a supplier's facts from a CSV file, by handle. */
  ImportFacts(shop: string, file: string, content: string): FactImport;
  /** ImportKeyphrases imports keyphrases, or a search-console export. */
  ImportKeyphrases(shop: string, name: string, content: string): KeyphraseImport;
  /** JudgeText checks a text that is being edited. Nothing is saved. */
  JudgeText(id: string, content: string, kept: WarningKey[]): Judged;
  /** KeepAlike remembers that groups are as they should be, for exactly their texts. */
  KeepAlike(job: string, groups: string[]): Alike;
  /**
   * KeepTyped keeps what is typed in the editor of a product or collection until it is
   * saved; no texts forget it.
   */
  KeepTyped(shop: string, id: string, seat: string, turn: number, texts: OwnText[]): void;
  /** KeepUnsaved keeps what is typed into a draft in a window until it is saved. */
  KeepUnsaved(id: string, seat: string, turn: number, revision: number, content: string): void;
  /** KeepWarning puts a warning of a draft aside, or brings it back. */
  KeepWarning(id: string, revision: number, warning: WarningKey, keep: boolean): Item;
  /**
   * KeyphraseQueries returns the searches that imports had of a product or
   * collection beside its keyphrase.
   */
  KeyphraseQueries(shop: string, at: KeyphraseAt): PlacedKeyphrase[] | null;
  /** LatestRun returns the last confirmed plan of a job, null if it has none. */
  LatestRun(job: string): Run | null;
  /** LearnProfile has the model propose a profile. Nothing is saved. */
  LearnProfile(shop: string): LearnedProfile;
  /** ListAllTyped lists the editors with something typed and not saved. */
  ListAllTyped(): TypedAt[] | null;
  /** ListAllUnsaved lists the drafts with something typed and not saved. */
  ListAllUnsaved(): UnsavedAt[] | null;
  /** ListCopies lists the copies of the data file, newest first. */
  ListCopies(): DataCopy[] | null;
  /** ListInstructions returns what is saved for a field and a shop. */
  ListInstructions(q: InstructionsQuery): Instructions[] | null;
  /** ListJobs returns the jobs of a shop, newest first. */
  ListJobs(shop: string): Job[] | null;
  /** ListKeyphrases returns a window of a shop's keyphrases in one language. */
  ListKeyphrases(q: KeyphraseListQuery): KeyphrasePage;
  /**
   * ListLiveAlike lists groups of texts that the shop has now in the other fields of
   * a job's products or collections.
   */
  ListLiveAlike(job: string): AlikeGroup[] | null;
  /** ListOutbox tells what waits for a shop, job by job. */
  ListOutbox(shop: string): OutboxPart[] | null;
  /**
   * ListRemovals lists the products that the last sync did not find on a shop,
   * under the plan that AcceptRemovals takes.
   */
  ListRemovals(id: string): Removals;
  /**
   * ListScopedFacts lists what holds for the products of a vendor, type or
   * collection.
   */
  ListScopedFacts(shop: string): ScopedFact[] | null;
  /** ListShops returns all shops by name. */
  ListShops(): ShopOverview[] | null;
  /**
   * ListTyped lists what was typed in the editor of a product or collection, in any
   * window, and is not saved.
   */
  ListTyped(shop: string, id: string): TypedTexts[] | null;
  /** ListUnsaved lists what was typed into a draft, in any window, and is not saved. */
  ListUnsaved(id: string): UnsavedEdit[] | null;
  /** LocalEndpoints finds the model servers that run on this computer. */
  LocalEndpoints(): LocalEndpoint[] | null;
  /** MarkGood marks the text of a draft as good in its shop's profile, or takes the mark back. */
  MarkGood(id: string, revision: number, good: boolean): Profile;
  /** MarkOnShop marks the text that a shop has in a field of a product as good. */
  MarkOnShop(shop: string, field: Field, handle: string): Profile;
  /**
   * MendText answers a warning of a text that is being edited, and returns the new
   * text. Nothing is saved.
   */
  MendText(id: string, content: string, mend: Mend): string;
  /** OpenedDrafts notes that a person was shown drafts as a whole. */
  OpenedDrafts(drafts: ItemAt[]): void;
  /** PasteFacts notes a supplier's facts of one product from lines of text. */
  PasteFacts(shop: string, product: string, supplier: string, text: string): FactImport;
  /** PauseJob stops a job for now. */
  PauseJob(id: string): Job;
  /** PlanPublish says which drafts Publish would publish. */
  PlanPublish(req: PublishRequest): PublishPlan;
  /**
   * PlanPutBack says which published text PutBack would publish again, in the
   * place of the one that was seen.
   */
  PlanPutBack(seen: SeenChange): PutBackPlan;
  /** PlanRelease says what ReleaseHeld would release. */
  PlanRelease(req: HeldRequest): HeldPlan;
  /** PlanRetry says which failed items of a job Retry would try again. */
  PlanRetry(req: RetryRequest): RetryPlan;
  /**
   * PlanSave says which texts of the editor of a product or collection SaveProduct
   * would write.
   */
  PlanSave(shop: string, id: string, edits: TextEdit[]): SavePlan;
  /**
   * PlanUndo says what Undo would undo: of a job, of entries of the ledger, or of
   * one publication.
   */
  PlanUndo(req: UndoRequest): UndoPlan;
  /** PlanWithdraw says what WithdrawHeld would withdraw. */
  PlanWithdraw(req: HeldRequest): HeldPlan;
  /** PreviewAnswer says what an answer would do to each draft that makes a claim. */
  PreviewAnswer(request: AnswerRequest): AnswerPreview;
  /** PreviewKeyphrases says what an import of a file would take and leave out. */
  PreviewKeyphrases(shop: string, name: string, content: string): KeyphraseImport;
  /** PreviewPaste says what the cells that a spreadsheet copied would make of drafts. */
  PreviewPaste(request: PasteRequest): PastePreview;
  /** PreviewPrompt returns the finished prompt for the first few items of a job. */
  PreviewPrompt(spec: JobSpec): PromptPreview;
  /** PreviewReplace says what replacing words would do to each draft that has them. */
  PreviewReplace(request: ReplaceRequest): EditsPreview;
  /**
   * PreviewReplacement says what it does to a file shop if this newer export takes
   * the place of its file.
   */
  PreviewReplacement(shop: string, f: NewFile, content: string): Replacement;
  /**
   * ProductFacets lists the values by which the products of a query can be
   * narrowed, with their counts.
   */
  ProductFacets(query: ProductQuery): ProductFacets;
  /** ProductIDs are the ids of all products of a query, in the order of the list. */
  ProductIDs(query: ProductQuery): string[] | null;
  /** ProposeKeyphrases has the model propose keyphrases, and saves them as guesses. */
  ProposeKeyphrases(proposal: KeyphraseProposal): ProposedKeyphrases;
  /** Publish queues the drafts of a plan of PlanPublish; they are written in the background. */
  Publish(plan: string): Confirmed;
  /** PutBack queues the text of a plan of PlanPutBack. */
  PutBack(plan: string): Confirmed;
  /** PutBackBlock adds a part of the shop's text that a draft lacks, byte for byte. */
  PutBackBlock(id: string, revision: number, number: number): Item;
  /** PutBackFact adds the sentence of the shop's text that has a lost fact. */
  PutBackFact(id: string, revision: number, warning: WarningKey): Item;
  /** RedoStep does again what was undone. */
  RedoStep(id: number): Moved;
  /**
   * RegenerateAlike queues the drafts of groups of a job to be written again,
   * unlike the others of their group.
   */
  RegenerateAlike(job: string, groups: string[]): Decided;
  /**
   * RegenerateItems queues drafts to be written again, each as it was on screen.
   * They stay as they are until another one is saved.
   */
  RegenerateItems(drafts: ItemAt[], note: string): Decided;
  /** RegenerateSelected queues everything in a list to be written again, but what changed since it was drawn. */
  RegenerateSelected(sel: ItemSelection, note: string): Decided;
  /** RejectItems keeps drafts from being published with the others. */
  RejectItems(drafts: ItemAt[]): Decided;
  /** ReleaseHeld lets the held publications and jobs of a plan of PlanRelease go on. */
  ReleaseHeld(plan: string): Confirmed;
  /** RemoveScopedFact removes such a fact. */
  RemoveScopedFact(shop: string, id: number): void;
  /** RemoveShop forgets a shop with its jobs and its secrets. */
  RemoveShop(id: string): ShopRemoved;
  /** RenameJob gives a job a name. */
  RenameJob(id: string, name: string): Job;
  /** RenameShop gives a shop another name in Galley. */
  RenameShop(id: string, name: string): ShopOverview;
  /** ReopenAlike takes back that a group is kept. */
  ReopenAlike(job: string, group: string): Alike;
  /** ReopenItems takes decisions back. */
  ReopenItems(drafts: ItemAt[]): Decided;
  /**
   * ReplaceFile has a newer export take the place of a file shop's file, as the
   * preview with that plan said.
   */
  ReplaceFile(shop: string, f: NewFile, content: string, plan: string): Replacement;
  /**
   * ReplaceInDrafts puts words in the place of others in these drafts, as they were
   * on screen.
   */
  ReplaceInDrafts(request: ReplaceRequest, drafts: ItemAt[]): Edited;
  /**
   * ResolveURL turns an address of the local copy into one that a browser can
   * open now.
   */
  ResolveURL(address: string): string;
  /** RestoreFact takes an addition, a correction or a strike back. */
  RestoreFact(shop: string, product: string, row: string): FactSheet;
  /** ResumeJob lets a paused job go on. */
  ResumeJob(id: string): Job;
  /** Retry has the failed items of a plan of PlanRetry written, or published, again. */
  Retry(plan: string): Confirmed;
  /** SaveInstructions keeps words under a name. */
  SaveInstructions(i: Instructions): Instructions;
  /** SaveProduct queues the texts of a plan of PlanSave, of a product or collection. */
  SaveProduct(plan: string): Confirmed;
  /** SaveProfile saves how a shop speaks, for jobs that are made from now on. */
  SaveProfile(shop: string, profile: Profile): Profile;
  /**
   * SaveSettings sets several settings at once, by their keys on the command
   * line; writer.api_key goes to the vault. An endpoint without an address or a
   * model is refused.
   */
  SaveSettings(values: Record<string, string>): Settings;
  /**
   * SaveShopSettings gives a shop settings of its own, by their keys on the command
   * line, and takes those in reset back to what all shops have.
   */
  SaveShopSettings(shop: string, values: Record<string, string>, reset: string[]): ShopSettings;
  /**
   * SaveTextDrafts keeps texts of the editor of a product or collection without
   * sending them, and returns all that are kept of it.
   */
  SaveTextDrafts(shop: string, id: string, texts: OwnText[]): OwnDraft[] | null;
  /** SelectItems returns the items of a selection that take its action now. */
  SelectItems(sel: ItemSelection): SelectedItems;
  /** SetFacts replaces what is noted of all products of a shop, a line each. */
  SetFacts(shop: string, facts: string): void;
  /** SetKeyphrase keeps what a person typed; an empty text removes the keyphrase. */
  SetKeyphrase(shop: string, at: KeyphraseAt, text: string): PlacedKeyphrase;
  /** SetPlan keeps what the agency sold to a shop's owner: free, pro or max. */
  SetPlan(shop: string, plan: Plan): ShopOverview;
  /** SpecAgain is what CreateJob takes to make a job once more. */
  SpecAgain(id: string): JobSpec;
  /** SpentToday returns what writing has cost since midnight, and what is set aside. */
  SpentToday(): Spend;
  /** StepThatLeft is the edit or answer that left a draft at a revision. */
  StepThatLeft(draft: ItemAt, kind: StepKind): number;
  /** StopSync stops the sync of a shop, and a list that the shop is writing for it. It returns when both have ended. */
  StopSync(id: string): void;
  /** StrikeFact says that a row of a product's sheet is not true. */
  StrikeFact(shop: string, product: string, row: string, why: string): FactSheet;
  /**
   * SyncShop brings the local copy of a shop up to date, and returns when it is.
   * Shop.Sync shows its progress.
   */
  SyncShop(id: string): SyncResult;
  /** SyncShopWhole is SyncShop, and reads all products, however few changed. */
  SyncShopWhole(id: string): SyncResult;
  /** TakeBackKeyphrases undoes the latest import of a shop. */
  TakeBackKeyphrases(shop: string, id: number): KeyphrasesRestored;
  /** TakeOut removes the sentence that a warning of a draft speaks of. */
  TakeOut(id: string, revision: number, warning: WarningKey): Item;
  /**
   * TakeOver accepts the text that the shop has in the place of a published one.
   * Nothing is written to the shop.
   */
  TakeOver(seen: SeenChange): void;
  /**
   * TestWriter tries the writer that the settings name, with values in place of
   * saved ones. Nothing is saved.
   */
  TestWriter(values: Record<string, string>): WriterReport;
  /** TryOutbox has a shop's outbox tried at once. */
  TryOutbox(shop: string): void;
  /**
   * TryWriter is TestWriter, and has one description written for a made-up
   * product. Nothing is saved.
   */
  TryWriter(values: Record<string, string>): WriterTrial;
  /** UnarchiveJob puts a job back into the list. */
  UnarchiveJob(id: string): Job;
  /** Undo queues the earlier texts of a plan of PlanUndo. */
  Undo(plan: string): Confirmed;
  /** UndoAnswer takes an answer back. */
  UndoAnswer(id: number): Answered;
  /** UndoStep takes back what a person did to drafts. */
  UndoStep(id: number): Moved;
  /** Withdraw takes back what was decided and has not gone out yet. */
  Withdraw(req: WithdrawRequest): number;
  /** WithdrawHeld withdraws the held publications of a plan of PlanWithdraw and cancels its held jobs. */
  WithdrawHeld(plan: string): Confirmed;
  /** WriteJobNow has a paused job write at once what waits for another batch. */
  WriteJobNow(id: string): Job;
  /** WriteRight puts what the data says in the place of the words that contradict it. */
  WriteRight(id: string, revision: number, warning: WarningKey): Item;
  /** WriteSideAgain has one side of a comparison written again. */
  WriteSideAgain(again: SideAgain): Comparison;
}

/** Lists, by GET /data/NAME: what each is asked by, and a page of it. */
export interface Lists {
  products: { query: ProductQuery; page: ProductPage };
  collections: { query: CollectionQuery; page: CollectionPage };
  items: { query: ItemQuery; page: ItemPage };
  activity: { query: ActivityQuery; page: ActivityPage };
}

/** Files to keep, by GET /data/NAME: what each is asked by. */
export interface Files {
  export: ExportQuery;
  ledger: LedgerQuery;
}

/** Streams of events, by GET /NAME: one event of each. */
export interface Streams {
  events: Change;
}

export const rules = {
  "fields": [
    {
      "id": "title",
      "label": "title",
      "many": "titles",
      "place": "product",
      "role": "title",
      "html": false,
      "limit": 255,
      "counter": 0,
      "advised": 0,
      "required": true
    },
    {
      "id": "description",
      "label": "description",
      "many": "descriptions",
      "place": "product",
      "role": "description",
      "html": true,
      "limit": 524288,
      "counter": 0,
      "advised": 0,
      "required": false
    },
    {
      "id": "seo_title",
      "label": "SEO title",
      "many": "SEO titles",
      "place": "product",
      "role": "seo_title",
      "html": false,
      "limit": 0,
      "counter": 70,
      "advised": 0,
      "required": false
    },
    {
      "id": "meta_description",
      "label": "meta description",
      "many": "meta descriptions",
      "place": "product",
      "role": "meta_description",
      "html": false,
      "limit": 0,
      "counter": 160,
      "advised": 0,
      "required": false
    },
    {
      "id": "alt_text",
      "label": "alt text",
      "many": "alt texts",
      "place": "image",
      "role": "alt_text",
      "html": false,
      "limit": 512,
      "counter": 0,
      "advised": 125,
      "required": false
    },
    {
      "id": "collection_description",
      "label": "collection description",
      "many": "collection descriptions",
      "place": "collection",
      "role": "description",
      "html": true,
      "limit": 524288,
      "counter": 0,
      "advised": 0,
      "required": false
    },
    {
      "id": "collection_seo_title",
      "label": "collection SEO title",
      "many": "collection SEO titles",
      "place": "collection",
      "role": "seo_title",
      "html": false,
      "limit": 0,
      "counter": 70,
      "advised": 0,
      "required": false
    },
    {
      "id": "collection_meta_description",
      "label": "collection meta description",
      "many": "collection meta descriptions",
      "place": "collection",
      "role": "meta_description",
      "html": false,
      "limit": 0,
      "counter": 160,
      "advised": 0,
      "required": false
    }
  ],
  "shops": [
    {
      "kind": "shopify",
      "label": "Shopify",
      "connect": "sign_in",
      "exports": false,
      "collections": true
    },
    {
      "kind": "demo",
      "label": "Demo shop",
      "connect": "built_in",
      "exports": false,
      "collections": true
    },
    {
      "kind": "file",
      "label": "Product export",
      "connect": "file",
      "exports": true,
      "collections": false
    }
  ],
  "plans": [
    {
      "id": "free",
      "scores": false
    },
    {
      "id": "pro",
      "scores": true
    },
    {
      "id": "max",
      "scores": true
    }
  ],
  "writers": [
    {
      "kind": "template",
      "label": "Template writer",
      "free": true,
      "needs_endpoint": false,
      "prompted": false
    },
    {
      "kind": "openai",
      "label": "",
      "free": false,
      "needs_endpoint": true,
      "prompted": true
    }
  ],
  "codes": [
    {
      "code": "offline",
      "offline": true,
      "sign_in": false,
      "settings": false,
      "setup": false
    },
    {
      "code": "shop_scope",
      "offline": false,
      "sign_in": true,
      "settings": false,
      "setup": false
    },
    {
      "code": "shop_token",
      "offline": false,
      "sign_in": true,
      "settings": false,
      "setup": false
    },
    {
      "code": "spend_cap",
      "offline": false,
      "sign_in": false,
      "settings": true,
      "setup": false
    },
    {
      "code": "timeout",
      "offline": true,
      "sign_in": false,
      "settings": false,
      "setup": false
    },
    {
      "code": "writer_api_off",
      "offline": false,
      "sign_in": false,
      "settings": false,
      "setup": true
    },
    {
      "code": "writer_country",
      "offline": false,
      "sign_in": false,
      "settings": false,
      "setup": true
    },
    {
      "code": "writer_cut",
      "offline": false,
      "sign_in": false,
      "settings": false,
      "setup": true
    },
    {
      "code": "writer_day_limit",
      "offline": false,
      "sign_in": false,
      "settings": false,
      "setup": true
    },
    {
      "code": "writer_denied",
      "offline": false,
      "sign_in": false,
      "settings": false,
      "setup": true
    },
    {
      "code": "writer_failed",
      "offline": false,
      "sign_in": false,
      "settings": false,
      "setup": true
    },
    {
      "code": "writer_key",
      "offline": false,
      "sign_in": false,
      "settings": false,
      "setup": true
    },
    {
      "code": "writer_model",
      "offline": false,
      "sign_in": false,
      "settings": false,
      "setup": true
    },
    {
      "code": "writer_network",
      "offline": false,
      "sign_in": false,
      "settings": false,
      "setup": true
    },
    {
      "code": "writer_page",
      "offline": false,
      "sign_in": false,
      "settings": false,
      "setup": true
    },
    {
      "code": "writer_plan",
      "offline": false,
      "sign_in": false,
      "settings": false,
      "setup": true
    },
    {
      "code": "writer_price",
      "offline": false,
      "sign_in": false,
      "settings": true,
      "setup": false
    },
    {
      "code": "writer_quota",
      "offline": false,
      "sign_in": false,
      "settings": false,
      "setup": true
    },
    {
      "code": "writer_refused",
      "offline": false,
      "sign_in": false,
      "settings": false,
      "setup": true
    },
    {
      "code": "writer_reply",
      "offline": false,
      "sign_in": false,
      "settings": false,
      "setup": true
    },
    {
      "code": "writer_too_long",
      "offline": false,
      "sign_in": false,
      "settings": false,
      "setup": true
    }
  ],
  "claims": [
    "claim_care",
    "claim_certification",
    "claim_colour",
    "claim_compatibility",
    "claim_count",
    "claim_feature",
    "claim_figure",
    "claim_ingredient",
    "claim_material",
    "claim_name",
    "claim_origin",
    "claim_price",
    "claim_promise",
    "claim_size",
    "claim_superlative",
    "claim_warranty"
  ],
  "losses": [
    "lost_images",
    "lost_links",
    "lost_frames",
    "lost_tables",
    "changed_tables",
    "lost_size_chart",
    "lost_forms",
    "lost_sections",
    "lost_tabs",
    "lost_widgets",
    "lost_attributes",
    "lost_anchors",
    "lost_shortcodes",
    "lost_scripts",
    "lost_style_blocks",
    "lost_figures",
    "lost_drawings",
    "lost_quotations",
    "lost_code",
    "lost_lines",
    "lost_formatting"
  ],
  "scores": {
    "good": 80,
    "fair": 60,
    "best": 9
  },
  "themes": [
    "system",
    "light",
    "dark"
  ],
  "text_sizes": [
    100,
    110,
    125
  ],
  "sign_ins": [
    {
      "way": "token",
      "needs_app": false,
      "in_browser": false
    },
    {
      "way": "client_credentials",
      "needs_app": true,
      "in_browser": false
    },
    {
      "way": "authorization_code",
      "needs_app": true,
      "in_browser": true
    }
  ],
  "ledger_formats": [
    "csv",
    "jsonl"
  ],
  "encodings": [
    {
      "id": "windows-1252",
      "label": "Windows-1252"
    },
    {
      "id": "windows-1250",
      "label": "Windows-1250 (Central Europe)"
    },
    {
      "id": "windows-1251",
      "label": "Windows-1251 (Cyrillic)"
    },
    {
      "id": "windows-1253",
      "label": "Windows-1253 (Greek)"
    },
    {
      "id": "windows-1254",
      "label": "Windows-1254 (Turkish)"
    },
    {
      "id": "windows-1255",
      "label": "Windows-1255 (Hebrew)"
    },
    {
      "id": "windows-1256",
      "label": "Windows-1256 (Arabic)"
    },
    {
      "id": "windows-1257",
      "label": "Windows-1257 (Baltic)"
    },
    {
      "id": "iso-8859-2",
      "label": "ISO 8859-2"
    },
    {
      "id": "iso-8859-15",
      "label": "ISO 8859-15"
    },
    {
      "id": "macintosh",
      "label": "Mac Roman"
    },
    {
      "id": "ibm850",
      "label": "DOS (850)"
    },
    {
      "id": "ibm437",
      "label": "DOS (437)"
    },
    {
      "id": "ibm852",
      "label": "DOS (852)"
    },
    {
      "id": "koi8-r",
      "label": "KOI8-R"
    },
    {
      "id": "shift_jis",
      "label": "Shift-JIS"
    },
    {
      "id": "euc-jp",
      "label": "EUC-JP"
    },
    {
      "id": "euc-kr",
      "label": "EUC-KR"
    },
    {
      "id": "gb18030",
      "label": "GB 18030"
    },
    {
      "id": "big5",
      "label": "Big5"
    },
    {
      "id": "utf-8",
      "label": "UTF-8"
    }
  ],
  "any_model": "*",
  "limits": {
    "facets": 200,
    "facts": 8000,
    "fact": 300,
    "instructions": 8000,
    "instructions_name": 80,
    "note": 2000,
    "find": 1000,
    "shop_name": 80,
    "page": 1000,
    "port": 65535,
    "examples": 10,
    "compared": 50
  },
  "placeholders": [
    {
      "name": "{title}",
      "meaning": "the title"
    },
    {
      "name": "{vendor}",
      "meaning": "the vendor"
    },
    {
      "name": "{type}",
      "meaning": "the product type"
    },
    {
      "name": "{product_type}",
      "meaning": "the product type, by its longer name"
    },
    {
      "name": "{handle}",
      "meaning": "the handle, the last part of the address"
    },
    {
      "name": "{tags}",
      "meaning": "all tags"
    },
    {
      "name": "{options}",
      "meaning": "options with their values"
    },
    {
      "name": "{price}",
      "meaning": "the price, or the lowest and the highest"
    },
    {
      "name": "{currency}",
      "meaning": "the currency of the price"
    },
    {
      "name": "{sku}",
      "meaning": "all SKUs"
    },
    {
      "name": "{url}",
      "meaning": "the address on the shop"
    },
    {
      "name": "{seo_title}",
      "meaning": "the SEO title on the shop now"
    },
    {
      "name": "{meta_description}",
      "meaning": "the meta description on the shop now"
    },
    {
      "name": "{image_number}",
      "meaning": "which of the pictures it is, for alt text"
    },
    {
      "name": "{image_count}",
      "meaning": "how many pictures the product has"
    }
  ],
  "sample_size": 10,
  "first_drafts": {
    "field": "meta_description",
    "handles": [
      "ceramic-baking-beans",
      "esparto-harvest-basket-anil",
      "filament-globe-bulb-amber",
      "havnholm-chore-coat",
      "heavy-cotton-tee",
      "lhermet-ink-50ml",
      "nightjar-rechargeable-lamp",
      "peas-and-queues-tea-towel",
      "penaluz-paella-pan",
      "saltmarrow-long-tom-pot",
      "thrapple-hand-trowel-ash",
      "watercolour-tin-12"
    ]
  },
  "signed_out": "signed_out",
  "sign_in_port": 17347,
  "glyphs": "342 2044 2215\n384 2032\n391 0027\n455 0069-006A 006C 012F 0135 013A 013C 0142 017F 0390 03AF 03B9 03CA 0456 0458 2018-201B\n532 007C 00A6\n561 222B\n569 0020-0021 002C 002E-002F 003A-003B 0049 005B-005D 0066 0074 00A0 00B7 00CC-00CF 00EC-00EF 0128-012E 0130-0131 0163 0167 021B 037E 0387 0399 03AA 0406-0407 0457 2219\n597 013E\n662 2113\n682 0028-0029 002D 0060 0072 00A1 00A8 00AD 00B2-00B4 00B8-00B9 0155 0157 0159 0384-0385 2010-2011 201C-201E 2039-203A 203E\n684 007B 007D 0140\n717 2022\n725 2033\n727 0022\n747 0433 0453\n748 00BA\n758 00AA\n768 0165\n786 038A\n797 002A\n809 03C4\n819 00B0\n842 0491\n896 043A 045C\n903 03B6\n909 0133\n913 03AD 03B5\n917 03BE\n938 0442\n939 0437\n961 005E\n987 03C2\n1001 0490\n1012 2202\n1024 004A 0063 006B 0073 0076 0078-007A 00E7 00FD 00FF 0107 0109 010B 010D 0134 0137-0138 015B 015D 015F 0161 0177 017A 017C 017E 0219 03B3 03BA-03BB 03BD 0408 0441 0443 0445 0455 045E 1EF3 203C 2191 2193 2195\n1045 044D 0454\n1067 0447 044C\n1075 03C7\n1088 0432\n1100 00B6\n1109 0403 0413 043F 044F\n1120 03B0 03C5 03CB 03CD\n1124 00B1 00F7 221A 2248 2260 2264-2265\n1128 0393\n1131 00AF 043D 045F 2017\n1139 0023-0024 0030-0039 003F 004C 005F 0061-0062 0064-0065 0067-0068 006E-0071 0075 00A2-00A5 00A7 00AB 00BB 00E0-00E5 00E8-00EB 00F0-00F6 00F9-00FC 00FE 0101 0103 0105 0111 0113 0115 0117 0119 011B 011D 011F 0121 0123 0125 0127 0139 013B 013D 013F 0141 0144 0146 0148 014B 014D 014F 0151 0169 016B 016D 016F 0171 0173 0192 01FB 03AE 03B7-03B8 03BF 03CC 0430 0435 043E 0440 0450-0452 045B 0473 2013 2020-2021 20A3-20A4 20AC\n1140 03B4\n1144 0438-0439 045D\n1165 03C1\n1173 0431 0446\n1178 03B2\n1180 00B5 03BC\n1184 03AC 03B1\n1193 040C 041A\n1195 0434 043B 2261\n1196 002B 003C-003E 007E 00AC 00D7 2212\n1237 0149 0417\n1251 0046 0054 005A 00BF 00DF 00F8 0162 0164 0166 0179 017B 017D 01FF 021A 0396 03A4 0422\n1253 2206\n1259 010F\n1264 03C3\n1266 03A3\n1280 044A\n1301 040E 0423\n1328 03C6\n1331 039E\n1344 0411 041B 042C\n1365 0427\n1366 0026 0041-0042 0045 004B 0050 0053 0056 0058-0059 00C0-00C5 00C8-00CB 00DD-00DE 0100 0102 0104 0112 0114 0116 0118 011A 0136 015A 015C 015E 0160 0176 0178 01FA 0218 0391-0392 0395 039A 03A1 03A5 03A7 03AB 0400 0405 0410 0412 0415 0420 0425 1EF2\n1367 0386 0401\n1368 0394 039B\n1370 0436\n1387 0414\n1408 043C\n1413 03C0\n1460 03C8 2211 221E\n1472 0404 040F 0418-0419 041F 042D 044B 2229\n1479 0043-0044 0048 004E 0052 0055 0077 00C7 00D0-00D1 00D9-00DC 0106 0108 010A 010C 010E 0110 0124 0126 0143 0145 0147 0154 0156 0158 0168 016A 016C 016E 0170 0172 0175 0397 039D 03A0 040D 041D 0421 042F 1E81 1E83 1E85\n1481 014A\n1505 0132\n1509 00A9 00AE\n1515 0426\n1531 03A9\n1536 044E\n1541 038F\n1557 0424\n1586 038C\n1593 0047 004F 0051 00D2-00D6 00D8 011C 011E 0120 0122 014C 014E 0150 01FE 0398 039F 041E 0472\n1599 03C9 03CE\n1606 0388\n1621 042A\n1634 03A6\n1643 0448\n1664 045A\n1685 0444 0449\n1686 220F\n1706 004D 006D 039C 041C\n1708 00BC-00BE\n1711 03A8\n1716 0389\n1749 040B\n1752 038E\n1771 0402\n1813 042B 2105\n1821 0025 00E6 01FD\n1856 0459\n1877 0428\n1891 0416\n1920 0429\n1933 0057 0153 0174 1E80 1E82 1E84\n2005 221F\n2048 00C6 0152 01FC 2014-2015 2026 2030 2122 2190 2192 2194\n2069 040A 042E\n2079 0040\n2165 0409\n2197 2116\n2240 20A7",
  "redirect_url": "http://localhost:17347/signed-in"
} satisfies Rules;
