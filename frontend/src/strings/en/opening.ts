import type { Field, FindingKind } from "@/contract";
import { count } from "@/lib/format";
import { many } from "./words";

const separators: Record<string, string> = {
  comma: "Comma",
  semicolon: "Semicolon",
  tab: "Tab",
  pipe: "Vertical bar",
};

const fields: Partial<Record<Field, string>> = {
  title: "Title",
  description: "Description",
  seo_title: "SEO title",
  meta_description: "Meta description",
  alt_text: "Alt text",
};

/** The page that shows what a product file is, before it is opened as a shop. */
export const opening = {
  title: "Open a product file",
  unsaved: "Nothing is saved until you open it",
  another: "Choose another file…",
  choose: "Choose a file…",
  none: "No file is chosen. Choose a product export: Galley shows how it reads it before anything is saved.",
  reading: (file: string) => `Reading ${file}…`,
  size: (bytes: number) =>
    bytes < 1_000_000
      ? `${count(Math.max(1, Math.round(bytes / 1000)))} KB`
      : `${(bytes / 1_000_000).toFixed(1)} MB`,
  counts: { products: "products", variants: "variants", images: "pictures", left: "left out" },
  name: "Shop name",
  read: "How the file was read",
  separator: "Separator",
  separators: (name: string) => separators[name] ?? `“${name}”`,
  hint: (line: number) => `“sep=” in line ${count(line)}`,
  numbers: "Numbers",
  sign: (comma: boolean) => (comma ? "Decimal comma" : "Decimal point"),
  number: (cell: string, read: string) => `“${cell}” is ${read}`,
  names: "Column names",
  line: (line: number) => `Line ${count(line)}`,
  columnCount: (n: number) => many(n, "column"),
  characters: "Characters",
  chosen: "chosen by you",
  guessed: "a guess: look at the line below",
  found: "found out",
  proof: (line: number, column: string) => `Line ${count(line)}, ${column}`,
  asUtf8: (text: string) => `As UTF-8 it would read: ${text}`,
  empty: "Empty, so ready to write",
  unknown: "unknown, so not offered",
  field: (field: Field) => fields[field] ?? field,
  columns: "Columns",
  columnsText: (own: number, other: number, kept: number, missing: number) =>
    [
      `${count(own)} under Shopify’s own names`,
      other > 0 && `${count(other)} under another name`,
      kept > 0 && `${count(kept)} kept but not used`,
      missing > 0 && `${many(missing, "text")} missing`,
    ]
      .filter(Boolean)
      .join(", "),
  inFile: "In the file",
  understood: "Understood as",
  filled: "Filled",
  of: (filled: number, all: number) => `${count(filled)} of ${count(all)}`,
  missing: "Missing",
  isUnknown: (field: Field) => `${fields[field] ?? field} is unknown,`,
  notEmpty: "not empty",
  consequence: "not offered, not scored, not exported",
  withoutTitle: "Without titles nothing can be exported: Shopify imports no file without them.",
  asCopy: "Looks like copy, and is not used",
  twice: (means: string) => `Another column is ${means}: not used`,
  leftOut: "Left out",
  putRight: "Put right",
  left: (cells: number, rows: number, products: number) =>
    [
      cells > 0 && many(cells, "cell"),
      rows > 0 && many(rows, "row"),
      products > 0 && many(products, "product"),
    ]
      .filter(Boolean)
      .join(" and "),
  everythingElse: "Everything else was read.",
  nothingLeft: "Nothing was left out.",
  copy: "Copy report",
  copied: "Copied",
  lineHead: "Line",
  column: "Column",
  why: "Why",
  kinds: {
    cell: "left out",
    row: "left out",
    product: "left out",
    right: "put right",
  } satisfies Record<FindingKind, string>,
  others: (n: number) => `Show the other ${count(n)}`,
  more: (n: number) => `and ${count(n)} more of the same kinds`,
  safe: "Galley never changes your file. It saves new files for you to import in Shopify’s admin.",
  open: (n: number) => `Open ${many(n, "product")}`,
  cancel: "Cancel",
};
