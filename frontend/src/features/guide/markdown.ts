/** A stretch of a line: as it is, strong, code, or a link. */
export type Span = { kind: "text" | "strong" | "em" | "code" | "link"; text: string };

export type Block =
  | { kind: "paragraph"; spans: Span[] }
  | { kind: "list"; ordered: boolean; start: number; items: Span[][] }
  | { kind: "table"; head: Span[][]; rows: Span[][][] };

/** What is under a heading. */
export interface Section {
  id: string;
  level: number;
  title: string;
  blocks: Block[];
}

/** The parts of Markdown that the guide is written in. Pictures are left out: the program shows itself. */
export function readMarkdown(text: string): Section[] {
  const sections: Section[] = [];
  for (const lines of chunks(text)) {
    const [first = ""] = lines;
    const heading = /^(#{1,6}) (.+)$/.exec(first);
    if (heading?.[1] && heading[2]) {
      const title = plain(spansOf(heading[2]));
      sections.push({ id: slug(title), level: heading[1].length, title, blocks: [] });
      continue;
    }
    const block = blockOf(lines);
    if (block) sections.at(-1)?.blocks.push(block);
  }
  return sections;
}

/** The text between empty lines; a heading is a chunk of its own. */
function chunks(text: string): string[][] {
  const all: string[][] = [[]];
  for (const line of text.split("\n")) {
    if (line.trim() === "") all.push([]);
    else if (line.startsWith("#")) all.push([line], []);
    else all.at(-1)?.push(line);
  }
  return all.filter((lines) => lines.length > 0);
}

const ITEM = /^(?:[-*]|(\d+)\.) +/;

function blockOf(lines: string[]): Block | undefined {
  const [first = ""] = lines;
  if (/^!\[.*\]\(.*\)$/.test(first)) return undefined;
  if (first.startsWith("|")) return tableOf(lines);
  const item = ITEM.exec(first);
  if (!item) return { kind: "paragraph", spans: spansOf(lines.join(" ")) };
  const items: string[] = [];
  for (const line of lines) {
    if (ITEM.test(line)) items.push(line.replace(ITEM, ""));
    else items.push(`${items.pop() ?? ""} ${line.trim()}`);
  }
  return {
    kind: "list",
    ordered: item[1] !== undefined,
    start: Number(item[1] ?? 1),
    items: items.map(spansOf),
  };
}

function tableOf(lines: string[]): Block {
  const cells = (line: string) =>
    line
      .replace(/^\||\|\s*$/g, "")
      .split("|")
      .map((cell) => spansOf(cell.trim()));
  const [head = "", , ...rows] = lines;
  return { kind: "table", head: cells(head), rows: rows.map(cells) };
}

const SPAN = /\*\*(.+?)\*\*|`([^`]+)`|\[([^\]]+)\]\([^)]*\)|\*([^*\s][^*]*)\*/g;

/** The stretches of a line. A link shows its words: where it leads is outside of the program. */
export function spansOf(line: string): Span[] {
  const spans: Span[] = [];
  let from = 0;
  const plainUntil = (end: number) => {
    if (end > from) spans.push({ kind: "text", text: line.slice(from, end) });
  };
  for (const match of line.matchAll(SPAN)) {
    plainUntil(match.index);
    const [whole, strong, code, link, em] = match;
    if (strong !== undefined) spans.push({ kind: "strong", text: strong });
    else if (code !== undefined) spans.push({ kind: "code", text: code });
    else if (link !== undefined) spans.push({ kind: "link", text: link });
    else spans.push({ kind: "em", text: em ?? "" });
    from = match.index + whole.length;
  }
  plainUntil(line.length);
  return spans;
}

export function plain(spans: Span[]): string {
  return spans.map(({ text }) => text).join("");
}

/** All that a block says. */
export function wordsOf(block: Block): string {
  switch (block.kind) {
    case "paragraph":
      return plain(block.spans);
    case "list":
      return block.items.map(plain).join("\n");
    case "table":
      return [block.head, ...block.rows].map((row) => row.map(plain).join(" ")).join("\n");
  }
}

function slug(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
}
