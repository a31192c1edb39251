import { count } from "@/lib/format";
import { type FieldName, fieldNames, many } from "./words";

export const products = {
  total: (shown: number, all: number) =>
    shown === all ? count(all) : `${count(shown)} of ${count(all)}`,
  search: "Name, SKU, tag",
  sync: "Sync now",
  syncing: "Syncing",
  incomplete: (n: number) =>
    `The shop could not give some parts of ${many(n, "product")}. They keep their last known values; sync again later.`,
  noCollections: (why: string) =>
    `The collections could not be read and are kept as they were. ${why}`,
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
  clearFilter: "Clear the filters",
  filter: {
    bar: "Filters",
    add: "Filter",
    find: "Status, vendor, type or what is missing",
    groups: { status: "Status", vendor: "Vendor", type: "Type", without: "Empty" },
    statuses: {
      active: "Active",
      draft: "Draft",
      archived: "Archived",
      unlisted: "Unlisted",
    } as Record<string, string>,
    remove: (kind: string, value: string) => `Remove the filter ${kind} ${value}`,
    none: (text: string) => `Nothing to filter by matches “${text}”.`,
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
  field: (field: FieldName) => fieldNames[field].label,
};
