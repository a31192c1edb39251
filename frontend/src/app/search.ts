import type { ActivityFilter, ItemFilter, KeyphraseFilter, ProductFilter } from "@/contract";
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
}

export function productsSearch(raw: Raw): ProductsSearch {
  return { ...text(raw.q), ...productFilter(raw), ...(raw.new ? { new: true as const } : {}) };
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

/** The product filter in the address. */
export function productFilter(raw: Raw): ProductFilter {
  const filter: ProductFilter = {};
  for (const part of ["status", "vendor", "type"] as const) {
    const value = raw[part];
    if (typeof value === "string" || typeof value === "number") filter[part] = String(value);
  }
  const without = FIELDS.find((field) => field === raw.without);
  return without ? { ...filter, without } : filter;
}

const jobFilters = ["running", "paused", "review", "failures"] as const;

export interface JobsSearch {
  q?: string;
  show?: (typeof jobFilters)[number];
}

export function jobsSearch(raw: Raw): JobsSearch {
  return { ...text(raw.q), ...oneOf(raw.show, jobFilters) };
}

const itemFilters = [
  "unpublished",
  "published",
  "failed",
  "conflict",
  "approved",
  "rejected",
  "warned",
  "alike",
  "waiting",
  "changed",
  "skipped",
] as const satisfies readonly ItemFilter[];

export interface JobSearch {
  q?: string;
  show?: (typeof itemFilters)[number];
}

export function jobSearch(raw: Raw): JobSearch {
  return { ...text(raw.q), ...oneOf(raw.show, itemFilters) };
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

export interface ShopsSearch {
  add?: true;
  /** The shop that needs a new token. */
  token?: string;
}

export function shopsSearch(raw: Raw): ShopsSearch {
  if (typeof raw.token === "string") return { token: raw.token };
  return raw.add ? { add: true } : {};
}
