import type { PlaceKind } from "@/contract";
import { count } from "@/lib/format";
import { type FieldName, fieldNames, listed, many } from "./words";

const label = (field: FieldName) => fieldNames[field].one;

export const activity = {
  title: "Activity",
  total: (n: number) => many(n, "entry", "entries"),
  filters: "Show",
  all: "All",
  undone: "Put back",
  conflict: "Conflict",
  failed: "Failed",
  search: "Product or person",
  none: {
    all: "Nothing was written to this shop yet. Everything you publish is listed here and can be undone.",
    undone: "Nothing was put back yet.",
    conflict: "No conflicts.",
    failed: "No write failed.",
  },
  noMatch: (text: string) =>
    `Nothing matches “${text}”. Search looks in names of products and people.`,

  when: "When",
  product: "Product",
  text: "Text",
  who: "By",
  result: "Result",
  field: (field: FieldName) => fieldNames[field].label,
  empty: "Empty text",
  unset: "Never set",
  noName: "No name",
  again: "again",
  there: "was there already",
  late: "carried out late by the shop",
  since: "put back since",
  againSince: "published again since",
  leftAlone: "left alone",

  details: "Details",
  open: (kind: PlaceKind) => (kind === "collection" ? "Open collection" : "Open product"),
  undo: "Undo…",
  undoLabel: (field: FieldName, product: string) => `Undo the ${label(field)} of ${product}`,
  selected: (n: number) => `${count(n)} selected`,
  undoSome: (n: number) => `Undo ${count(n)}…`,
  hintSelect: "select",
  hintDetails: "details",

  entry: (number: number) => `Entry ${count(number)}`,
  before: "On the shop before",
  after: "Written",
  notWritten: "To be written",
  now: "On the shop instead",
  frameBefore: "Text on the shop before",
  frameAfter: "Text that was written",
  frameNow: "Text on the shop instead",
  notRead: "It was not read.",
  facts: {
    decided: "Decided",
    ended: "Ended",
    person: "By",
    writtenBy: "Text by",
    model: "Model",
    prompt: "Prompt",
    cost: "Draft’s cost",
    request: "Request ID",
    attempts: "Tries",
    item: "Item",
    undoes: "Takes back",
    shaBefore: "SHA-256 before",
    shaWritten: "SHA-256 written",
  },
  unpriced: "not known: the model has no price",
  editor: "Saved in the product editor",
  history: "About this entry",

  undoTitle: (n: number) => `Put back the earlier text of ${many(n, "entry", "entries")}?`,
  undoOneTitle: (field: FieldName, product: string) =>
    `Put back the earlier ${label(field)} of ${product}?`,
  againTitle: (field: FieldName, product: string) =>
    `Publish the ${label(field)} of ${product} again?`,
  undoText: "What was changed on the shop since is left alone, and named here.",
  againText: "This undoes an undo: the published text is on the shop again.",
  undoLeft: (n: number) =>
    `${count(n)} of the selected ${n === 1 ? "entry was" : "entries were"} not written, or put back already, and ${n === 1 ? "stays" : "stay"} out.`,
  undoNothing: "Nothing to put back",
  undoNothingText: "None of the selected entries was written, or all are put back already.",
  undoButton: (n: number) => `Put back ${count(n)}`,
  againButton: "Publish 1",
  stayedOut: (parts: { product: string; why: string }[]) =>
    listed(parts.map(({ product, why }) => `${product}: ${why}`)),

  exportAs: { csv: "Export CSV", jsonl: "Export JSONL" },
  exported: (n: number, file: string) => `${many(n, "entry", "entries")} written to ${file}.`,
};
