import type { Narrowing } from "@/api";
import type {
  ActivityFilter,
  ItemFilter,
  ItemOrder,
  KeyphraseFilter,
  ProductFilter,
  ProductSort,
  ReviewTab,
  ShopOrder,
} from "@/contract";
import { FIELDS } from "@/domain/fields";

/** Parameters of an address. Defaults are left out, so that addresses stay short. */

type Raw = Record<string, unknown>;

function text(raw: unknown): { q?: string } {
  return typeof raw === "string" || typeof raw === "number" ? { q: String(raw) } : {};
}

function oneOf<K extends string>(raw: unknown, allowed: readonly K[]): { show?: K } {
  const found = allowed.find((value) => value === raw);
  return found ? { show: found } : {};
}

export interface ProductsSearch extends ProductFilter {
  q?: string;
  new?: true;
  sort?: (typeof sorts)[number];
  /** The other way round. */
  down?: true;
}

export function productsSearch(raw: Raw): ProductsSearch {
  return {
    ...text(raw.q),
    ...productFilter(raw),
    ...productOrder(raw),
    ...(raw.new ? { new: true as const } : {}),
  };
}

export interface CollectionsSearch {
  q?: string;
  new?: true;
}

export function collectionsSearch(raw: Raw): CollectionsSearch {
  return { ...text(raw.q), ...(raw.new ? { new: true as const } : {}) };
}

const keyphraseFilters = [
  "typed",
  "imported",
  "guess",
  "none",
  "shared",
] as const satisfies readonly KeyphraseFilter[];

export interface KeyphrasesSearch {
  q?: string;
  show?: (typeof keyphraseFilters)[number];
  /** Two letters; the shop's own language without. */
  language?: string;
  /** Those of collections; of products without. */
  of?: "collection";
}

export function keyphrasesSearch(raw: Raw): KeyphrasesSearch {
  const language = typeof raw.language === "string" ? { language: raw.language } : {};
  const kind = raw.of === "collection" ? { of: "collection" as const } : {};
  return { ...text(raw.q), ...oneOf(raw.show, keyphraseFilters), ...language, ...kind };
}

const choices = ["status", "vendor", "type", "tag", "collection", "without"] as const;
const histories = ["never_written", "written", "published"] as const;

/** The product filter in the address. */
export function productFilter(raw: Raw): ProductFilter {
  const filter: ProductFilter = {};
  for (const part of choices) {
    const values = [raw[part]]
      .flat()
      .filter((value) => ["string", "number"].includes(typeof value));
    const known = values
      .map(String)
      .filter((value) => part !== "without" || FIELDS.some((field) => field === value));
    if (known.length > 0) filter[part] = known;
  }
  const words = wholeNumber(raw.shorter_than, 100_000);
  const score = wholeNumber(raw.score_below, 100);
  const history = histories.find((value) => value === raw.history);
  return {
    ...filter,
    ...(words && { shorter_than: words }),
    ...(score && { score_below: score }),
    ...(history && { history }),
  };
}

function wholeNumber(raw: unknown, most: number): number | undefined {
  const n = Number(raw);
  return Number.isInteger(n) && n > 0 && n <= most ? n : undefined;
}

const sorts = [
  "description",
  "seo_title",
  "meta_description",
  "alt_text",
  "updated",
] as const satisfies readonly ProductSort[];

/** What a list of products is ordered by; by title without. */
function productOrder(raw: Raw): { sort?: (typeof sorts)[number]; down?: true } {
  const sort = sorts.find((value) => value === raw.sort);
  return { ...(sort && { sort }), ...(raw.down ? { down: true as const } : {}) };
}

const jobFilters = [
  "running",
  "paused",
  "publishing",
  "review",
  "failures",
  "changed",
  "archived",
] as const;

export interface JobsSearch {
  q?: string;
  show?: (typeof jobFilters)[number];
}

export function jobsSearch(raw: Raw): JobsSearch {
  return { ...text(raw.q), ...oneOf(raw.show, jobFilters) };
}

const itemFilters = [
  "to_review",
  "unpublished",
  "published",
  "failed",
  "conflict",
  "approved",
  "rejected",
  "warned",
  "short",
  "long",
  "alike",
  "waiting",
  "changed",
  "skipped",
] as const satisfies readonly ItemFilter[];

const itemOrders = [
  "review",
  "score",
  "-score",
  "warnings",
  "-warnings",
  "length",
  "-length",
  "product",
  "-product",
  "state",
  "-state",
] as const satisfies readonly ItemOrder[];

export interface JobSearch {
  q?: string;
  show?: (typeof itemFilters)[number];
  /** How the items are sorted; in the job's order without. */
  sort?: (typeof itemOrders)[number];
  /** Short texts in a table; a list without. */
  view?: "table";
  /** Filters that hold, too. */
  also?: ItemFilter[];
}

/** What the list of a job is narrowed by. */
export function jobNarrowing({ also = [], ...search }: JobSearch & ProductFilter): Narrowing {
  return { also, product: productFilter({ ...search }) };
}

function alsoOf(raw: unknown): { also?: ItemFilter[] } {
  const also = itemFilters.filter((one) => [raw].flat().includes(one));
  return also.length > 0 ? { also } : {};
}

export function jobSearch(raw: Raw): JobSearch & ProductFilter {
  const sort = itemOrders.find((order) => order === raw.sort);
  const view = raw.view === "table" ? { view: "table" as const } : {};
  return {
    ...text(raw.q),
    ...oneOf(raw.show, itemFilters),
    ...(sort ? { sort } : {}),
    ...view,
    ...alsoOf(raw.also),
    ...productFilter(raw),
  };
}

const reviewTabs = ["warned", "low", "rewritten", "today"] as const satisfies readonly ReviewTab[];
const shopOrders = ["oldest", "name"] as const satisfies readonly ShopOrder[];

export interface InboxSearch {
  q?: string;
  tab?: (typeof reviewTabs)[number];
  sort?: (typeof shopOrders)[number];
  /** What is read: all, the drafts of one shop, or those of one job. */
  of?: string;
}

export function inboxSearch(raw: Raw): InboxSearch {
  const tab = reviewTabs.find((one) => one === raw.tab);
  const sort = shopOrders.find((one) => one === raw.sort);
  const of = typeof raw.of === "string" || typeof raw.of === "number" ? String(raw.of) : "";
  return { ...text(raw.q), ...(tab && { tab }), ...(sort && { sort }), ...(of && { of }) };
}

const activityFilters = [
  "published",
  "undone",
  "conflict",
  "failed",
] as const satisfies readonly ActivityFilter[];

export interface ActivitySearch {
  q?: string;
  show?: (typeof activityFilters)[number];
}

export function activitySearch(raw: Raw): ActivitySearch {
  return { ...text(raw.q), ...oneOf(raw.show, activityFilters) };
}

export interface GuideSearch {
  q?: string;
}

export function guideSearch(raw: Raw): GuideSearch {
  return text(raw.q);
}

export interface SettingsSearch {
  /** Those of the current shop; of all shops without. */
  only?: true;
}

export function settingsSearch(raw: Raw): SettingsSearch {
  return raw.only ? { only: true } : {};
}

export interface ShopsSearch {
  add?: true;
  /** The shop that needs a new token. */
  token?: string;
}

export function shopsSearch(raw: Raw): ShopsSearch {
  if (typeof raw.token === "string") return { token: raw.token };
  return raw.add ? { add: true } : {};
}
