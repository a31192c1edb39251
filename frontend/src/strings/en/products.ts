import { count } from "@/lib/format";
import { type FieldName, fieldNames, many } from "./words";

export const products = {
  total: (shown: number, all: number) =>
    shown === all ? count(all) : `${count(shown)} of ${count(all)}`,
  notPublished: (n: number) =>
    n === 1 ? "1 draft, not published" : `${count(n)} drafts, not published`,
  search: "Name, SKU, tag",
  keyphrases: "Keyphrases",
  sync: "Sync now",
  syncing: "Syncing",
  syncWhole: "Sync everything again",
  stop: "Stop",
  stopOf: (shop: string) => `Stop syncing ${shop}`,
  preparing: (read: number) =>
    read === 0
      ? "The shop is preparing the list"
      : `The shop is preparing the list: ${count(read)} read`,
  saved: (done: number, all: number) =>
    `Reading the shop’s catalogue: ${count(done)} of ${count(all)}`,
  byPages: (why: string) => `The products were read page by page. ${why}`,
  incomplete: (n: number) =>
    `The shop could not give some parts of ${many(n, "product")}. They keep their last known values; sync again later.`,
  noCollections: (why: string) =>
    `Not all collections could be read. The next sync reads the rest. ${why}`,
  columns: {
    product: "Product",
    description: "Description",
    seoTitle: "SEO title",
    meta: "Meta desc.",
    alt: "Alt text",
  },
  empty: "Empty",
  words: (n: number) => many(n, "word"),
  chars: (n: number) => `${count(n)} chars`,
  ofImages: (withAlt: number, all: number) => `${withAlt} of ${all}`,
  unknown: "unknown",
  noImages: "–",
  status: { draft: "Draft", archived: "Archived", unlisted: "Unlisted" } as Record<string, string>,
  none: "No products here yet. A sync reads the shop’s catalogue; nothing is written.",
  firstSync: "Reading the shop’s catalogue",
  noMatch: (text: string) =>
    `Nothing matches “${text}”. Search looks in names, handles, vendors, types, tags and SKUs.`,
  clearSearch: "Clear the search",
  noneFiltered: "No product passes these filters.",
  clearFilter: "Reset the filters",
  filter: {
    bar: "Filters",
    quick: "What is missing",
    toggle: (active: number) => (active === 0 ? "Filter" : many(active, "filter")),
    groups: {
      collection: "Collection",
      vendor: "Vendor",
      tag: "Tag",
      type: "Type",
      status: "Status",
      without: "Empty",
      shorter_than: "Description",
      score_below: "Latest draft",
      history: "Galley",
    },
    statuses: {
      active: "Active",
      draft: "Draft",
      archived: "Archived",
      unlisted: "Unlisted",
    } as Record<string, string>,
    histories: {
      never_written: "never written",
      written: "written before",
      published: "published before",
    },
    historyLabels: {
      never_written: "Never written",
      written: "Written before",
      published: "Published before",
    },
    any: "Any",
    more: "More",
    shorter: "Shorter than",
    unitWords: "words",
    score: "Score below",
    unitScore: "1 to 100",
    words: (n: number) => `under ${many(n, "word")}`,
    below: (score: number) => `score below ${score}`,
    lacking: (field: FieldName, n: number) =>
      field === "alt_text"
        ? `${n === 1 ? "has" : "have"} pictures without alt text`
        : `${n === 1 ? "has" : "have"} no ${fieldNames[field].one}`,
    chosen: (n: number, all: number) => (n === 0 ? "any" : `${count(n)} of ${count(all)}`),
    clear: (group: string) => `Clear ${group}`,
    mostFrequent: (n: number) => `Only the ${count(n)} most frequent.`,
    findIn: (group: string) => `Find ${group.toLowerCase()}`,
    anyOf: (words: string[]) => words.join(" or "),
    remove: (kind: string, value: string) => `Remove the filter ${kind} ${value}`,
  },
  selected: (n: number) => `${count(n)} selected`,
  allSelected: (n: number, searching: boolean) =>
    searching ? `All ${count(n)} matching selected` : `All ${count(n)} selected`,
  selectAll: (n: number, searching: boolean) =>
    searching ? `Select all ${count(n)} matching` : `Select all ${count(n)}`,
  onlyOnScreen: "Only those on screen",
  newJob: "New job",
  newJobFor: (n: number) => `New job for ${count(n)}`,
  hint: "select",
  hintExtend: "extend",
  hintKept: "kept while filters change",
  field: (field: FieldName) => fieldNames[field].label,
};
