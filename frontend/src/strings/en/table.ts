import { count } from "@/lib/format";
import { type FieldName, fieldNames, many, textName } from "./words";

/** The table of a job's short texts, find and replace, pasted columns. */
export const table = {
  view: "View",
  list: "List",
  table: "Table",
  toggle: "List or table",
  label: (field: FieldName) => `Table of ${fieldNames[field].more}`,
  draft: (field: FieldName) => `Draft: ${textName(field).one}`,
  onShop: "On the shop now",
  score: "Score",
  state: "State",
  empty: "Empty",
  quick: "Quick filters",
  toReview: "to review",
  long: "too long",
  short: "too short",
  warned: "with warnings",
  alike: "same as another",
  shown: (shown: number, total: number) => `${count(shown)} of ${count(total)} shown`,
  edit: (title: string) => `Edit the draft of ${title}`,
  of: (n: number, most: number) => `${count(n)} of ${count(most)}`,
  pixels: (n: number, most: number) => `${count(n)} of ${count(most)} px`,
  tooShort: "short",
  tooMany: (n: number) => `${count(n)} too many`,
  tooWide: (n: number) => `${count(n)} px too wide`,
  saveDown: "save, down",
  putBack: "put back",
  paste: "paste a column from here",
  editing: "Editing",
  saving: "Saving",
  editKey: "Edit the draft",
  notEditable:
    "This draft cannot be changed now: it is on the shop, on its way there, or not written.",
  theirs: (who: string, text: string) => `${who} changed this meanwhile: “${text}”`,
  anyone: "Someone",
  saveMine: "Save mine over it",
  keepTheirs: "Keep theirs",
  editAgain: "Edit again",
  find: {
    button: (n: number) => (n > 0 ? `Find and replace in ${count(n)}…` : "Find and replace…"),
    key: "Find and replace",
    title: (n: number, all: boolean) =>
      all
        ? `Find and replace in all ${many(n, "draft")} shown`
        : `Find and replace in ${many(n, "draft")}`,
    find: "Find",
    with: "Replace with",
    takesOut: "Left empty, the words are taken out.",
    matchCase: "Match case",
    wholeWords: "Whole words",
    drafts: "Drafts that change",
    hits: (n: number) => many(n, "place"),
    none: (whole: boolean) =>
      whole
        ? "No draft that can be changed has these as whole words. Without “Whole words”, parts of longer words are found too."
        : "No draft that can be changed has these words.",
    kept: (n: number) => `${many(n, "place")} in parts that are kept as they are: not changed.`,
    left: (n: number) => `${many(n, "draft")} with these words cannot be changed:`,
    more: (n: number) => `and ${many(n, "more draft")}`,
    reopens: "its decision is taken back",
    undo: "The drafts are checked again. Ctrl Z takes it all back.",
    action: (n: number) => `Replace in ${many(n, "draft")}`,
    done: (n: number) => `${many(n, "draft")} changed.`,
  },
  pasted: {
    title: (n: number) => (n === 1 ? "Paste one cell" : `Paste ${count(n)} cells`),
    drafts: "Drafts that change",
    same: (n: number) => `${many(n, "draft")} ${n === 1 ? "has" : "have"} that text already.`,
    empty: (n: number) =>
      `${many(n, "empty cell")}: ${n === 1 ? "its draft stays" : "their drafts stay"} as ${n === 1 ? "it is" : "they are"}.`,
    unused: (n: number) => `${many(n, "cell")} without a draft.`,
    columns: (n: number) => `${count(n)} columns were copied; the first one is taken.`,
    none: "Nothing would change.",
    left: (n: number) => `${many(n, "draft")} cannot take the text:`,
    action: (n: number) => `Save ${many(n, "text")}`,
  },
};
