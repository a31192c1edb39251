import type { PlaceKind } from "@/contract";
import { count } from "@/lib/format";
import { type FieldName, listed, many, textName } from "./words";

const tags: Record<string, [one: string, more: string]> = {
  "!": ["comment", "comments"],
  table: ["table", "tables"],
  iframe: ["embedded frame", "embedded frames"],
  video: ["video", "videos"],
  img: ["picture", "pictures"],
  script: ["script", "scripts"],
  style: ["style sheet", "style sheets"],
  "[style]": ["inline style", "inline styles"],
  "[class]": ["class", "classes"],
};

interface Loss {
  what: string;
  count: number;
}

/** "1 table", "2 classes", "3 × <dl>": what rich text cannot hold, each once. */
function losses(all: Loss[]): string[] {
  const named = all.filter(({ what }) => what in tags);
  const other = all.filter(({ what }) => !(what in tags) && what !== "shape");
  const elements = other.filter(({ what }) => !what.startsWith("["));
  const attributes = other.reduce((n, l) => n + (l.what.startsWith("[") ? l.count : 0), 0);
  const parts = [
    ...named.map(({ what, count: n }) => many(n, tags[what]?.[0] ?? what, tags[what]?.[1])),
    ...elements.map(({ what, count: n }) => `${count(n)} × <${what}>`),
    ...(attributes > 0 ? [many(attributes, "other attribute")] : []),
  ];
  return parts.length > 0 ? parts : ["the way its parts are nested"];
}

const label = (field: FieldName) => textName(field).one;
const upper = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

export const editor = {
  back: "Back",
  leaveEditor: "Back to where you came from",
  view: "View product",
  form: "Texts",
  label: (field: FieldName) => textName(field).label,
  altTexts: "Alt texts",
  alt: (position: number) => `Alt text of picture ${position}`,
  alsoShownBy: (products: string[]) => `Also shown by ${products.join(", ")}: the text is for all.`,
  noPictures: "This product has no pictures.",
  altHint: "What the picture shows, for people who do not see it",
  chars: (n: number) => many(n, "character"),
  words: (n: number) => many(n, "word"),
  advised: (n: number, of: number) => `${count(n)} of ${count(of)} advised`,
  most: (n: number, of: number) => `${count(n)} of ${count(of)} at most`,
  empty: "This field is empty on the shop.",
  onShop: "On the shop now",
  asOnShop: "As on the shop",
  changed: "Changed",
  putBack: "Put back",
  putBackLabel: (what: string) => `Put back the shop’s text: ${what}`,
  conflict: "The shop’s text changed since you began. Yours is not written.",
  keepMine: "Keep mine",
  takeTheirs: "Take the shop’s",
  titleMissing: "A title cannot be empty.",
  tooLong: (of: number) => `Shopify takes ${count(of)} characters at most.`,

  description: {
    mode: "Edit the description as",
    rich: "Rich text",
    source: "Source",
    rendering: "Opening the description",
    why: (all: Loss[]) => `Opened as source, since rich text would lose ${listed(losses(all))}.`,
    asRich: "Edit as rich text…",
    lossTitle: "Edit as rich text?",
    lossText:
      "Rich text cannot hold everything in this description. If you change it there and save, this is lost:",
    losses,
    lossSafe: "Until you change something, the description stays exactly as it is.",
    lossAction: "Edit as rich text",
    losing: (all: Loss[]) => `A change here loses ${listed(losses(all))}.`,
    tools: "Formatting",
    paragraph: "Paragraph",
    heading: (level: number) => `H${level} heading`,
    bold: "Bold",
    italic: "Italic",
    bullets: "Bulleted list",
    numbers: "Numbered list",
    quote: "Quotation",
    link: "Link",
    linkAddress: "Address of the link",
    setLink: "Set link",
    removeLink: "Remove link",
    undo: "Undo",
    redo: "Redo",
  },

  side: "Search result, drafts and publications",
  search: "Search result",
  searchHint: "As a search engine may show it",

  drafts: "Drafts",
  draftsNote: (n: number) => (n === 0 ? "none" : many(n, "draft")),
  noDrafts: (kind: PlaceKind) => `No job has written for this ${kind} yet.`,
  ofJob: (job: string) => `Job ${job}`,
  openDraft: (job: string, field: FieldName) => `Open the ${label(field)} of job ${job}`,
  use: "Use this draft",
  takeLabel: (field: FieldName, job: string) => `Use this draft: ${label(field)} of job ${job}`,
  inField: "In the field now",
  writtenBy: (name: string, at: string) => [name, at].filter(Boolean).join(", "),
  emptyDraft: "Empty text",

  publications: "Publications",
  noPublications: "Nothing was published from here yet.",
  kinds: { publish: "", undo: "earlier text" },
  again: "again",
  by: (person: string, at: string) => [person, at].filter(Boolean).join(", "),
  undo: "Undo…",
  undoLabel: (field: FieldName, at: string) => `Undo the ${label(field)} published ${at}`,
  undoTitle: (field: FieldName, product: string) =>
    `Put back the earlier ${label(field)} of ${product}?`,
  undoText: "It replaces the text on the shop now. If that has changed since, it is left alone.",
  undoEmpty: "The field was empty before, so the text is removed from the shop.",
  undoAction: "Put back 1",
  againTitle: (field: FieldName, product: string) =>
    `Publish the ${label(field)} of ${product} again?`,
  againAction: "Publish 1",

  unsaved: (n: number) => (n === 1 ? "1 change not saved" : `${count(n)} changes not saved`),
  bar: "Changes",
  discard: "Discard",
  save: (n: number) => (n === 0 ? "Publish…" : `Publish ${count(n)}…`),
  saveKey: "Publish",
  saveTitle: (n: number, what: FieldName, product: string, shop: string) =>
    n === 1
      ? `Publish the ${label(what)} of ${product} to ${shop}?`
      : `Publish ${count(n)} texts of ${product} to ${shop}?`,
  saveText: (fields: string[], replaces: number) => {
    const names = upper(listed(fields));
    const all = replaces === fields.length;
    if (replaces === 0) return `${names}: empty on the shop now.`;
    if (fields.length === 1) return "It replaces the text on the shop now.";
    const rest = all
      ? "They replace"
      : `${count(replaces)} of them ${replaces === 1 ? "replaces" : "replace"}`;
    return `${names}. ${rest} the text on the shop now.`;
  },
  saveEmpties: (fields: string[]) =>
    `${upper(listed(fields))} ${fields.length === 1 ? "becomes" : "become"} empty.`,
  saveConflicts: (n: number) => `${count(n)} in conflict ${n === 1 ? "stays" : "stay"} out.`,
  saveUndo: "You can undo this later.",
  saveAction: (n: number) => `Publish ${count(n)}`,
  slot: (field: FieldName, position: number | undefined) =>
    position === undefined ? label(field) : `alt text ${position}`,
  leaveTitle: "Leave without saving?",
  leaveText: (n: number) =>
    n === 1
      ? "1 text that you changed here is not saved."
      : `${count(n)} texts that you changed here are not saved.`,
  leave: "Leave without saving",
};
