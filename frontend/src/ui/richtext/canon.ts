import { inertBody, plainForms } from "@/lib/inert";

/** Text that browsers treat alike is the same: old tag names are replaced by new ones. */
const ALIKE: Record<string, string> = { b: "strong", i: "em", strike: "s" };

const BLOCK = new Set(
  (
    "address article aside blockquote body caption center col colgroup dd details dialog dir div dl dt " +
    "fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p " +
    "pre search section summary table tbody td tfoot th thead tr ul"
  ).split(" "),
);

/** Elements that are significant without text. */
const WHOLE = new Set(
  (
    "area audio br button canvas embed iframe img input link meta noscript object param script select " +
    "source style svg math template textarea track video wbr"
  ).split(" "),
);

/** What an HTML text means, as a list of tokens: two texts with the same tokens mean the same. */
export interface Canon {
  tokens: string[];
  /** How often each tag ("table"), attribute ("[style]") and comment ("!") occurs. */
  counts: Map<string, number>;
}

/**
 * Reads a text with everything that can carry meaning: attributes, comments, scripts, frames, styles. Invisible
 * white space does not count, nor does the nesting order of inline marks, nor whether a single line is wrapped in a
 * paragraph.
 */
export function canon(html: string): Canon {
  const body = plainForms(inertBody(html));
  const reader = new Reader();
  reader.count(body);
  wrapLooseLines(body);
  reader.children(body, [], false);
  reader.edge();
  return { tokens: reader.tokens, counts: reader.counts };
}

/** Text outside any block is shown like a paragraph. */
function wrapLooseLines(body: HTMLElement): void {
  let line: Element | undefined;
  for (const node of [...body.childNodes]) {
    const loose =
      node.nodeType === Node.TEXT_NODE
        ? line !== undefined || node.textContent?.trim() !== ""
        : node instanceof Element && !BLOCK.has(node.localName) && node.localName !== "script";
    if (!loose) {
      line = undefined;
      continue;
    }
    if (!line) {
      line = body.ownerDocument.createElement("p");
      node.before(line);
    }
    line.append(node);
  }
}

function name(element: Element): string {
  return ALIKE[element.localName] ?? element.localName;
}

function signature(element: Element): string {
  const attributes = [...element.attributes].map(
    (a) => `${a.name}=${JSON.stringify(a.value.trim())}`,
  );
  return [name(element), ...attributes.sort()].join(" ");
}

class Reader {
  readonly tokens: string[] = [];
  readonly counts = new Map<string, number>();
  private text = "";
  private marks = "";
  /** White space was read that shows only if text follows. */
  private gap = false;
  private atStart = true;

  count(parent: Node): void {
    const add = (key: string) => this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
    for (const node of parent.childNodes) {
      if (node.nodeType === Node.COMMENT_NODE) add("!");
      if (!(node instanceof Element)) continue;
      add(name(node));
      for (const attribute of node.attributes) add(`[${attribute.name}]`);
      this.count(node);
    }
  }

  children(parent: Node, marks: string[], pre: boolean): void {
    for (const node of parent.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) this.words((node as Text).data, marks, pre);
      else if (node.nodeType === Node.COMMENT_NODE) this.emit(`!${(node as Comment).data}`);
      else if (node instanceof Element) this.element(node, marks, pre);
    }
  }

  /** The edge of a block: white space before and after it is not shown. */
  edge(): void {
    this.flush();
    this.gap = false;
    this.atStart = true;
  }

  private element(element: Element, marks: string[], pre: boolean): void {
    const sign = signature(element);
    if (BLOCK.has(element.localName)) this.block(element, sign, marks, pre);
    else if (WHOLE.has(element.localName)) this.whole(element, sign, marks);
    else this.inline(element, sign, marks, pre);
  }

  /** A mark belongs to its words; one without words matters alone: an anchor, an icon. */
  private inline(element: Element, sign: string, marks: string[], pre: boolean): void {
    const before = this.tokens.length + this.text.length;
    this.children(element, [...marks, sign], pre);
    if (this.tokens.length + this.text.length === before) this.emit(`empty ${sign}`);
  }

  private block(element: Element, sign: string, marks: string[], pre: boolean): void {
    this.edge();
    this.tokens.push(`<${sign}>`);
    this.children(element, marks, pre || element.localName === "pre");
    this.edge();
    this.tokens.push("</>");
  }

  private whole(element: Element, sign: string, marks: string[]): void {
    const lineBreak = element.localName === "br";
    if (this.gap && !lineBreak && !this.atStart) this.text += " ";
    this.gap = false;
    this.emit(`<${sign}>${element.innerHTML} in ${[...marks].sort().join("|")}`);
    this.atStart = lineBreak;
  }

  private words(data: string, marks: string[], pre: boolean): void {
    if (pre) this.add(data, marks);
    for (const [part] of pre ? [] : data.matchAll(/[ \t\n\r\f]+|[^ \t\n\r\f]+/g)) {
      if (/^[ \t\n\r\f]/.test(part)) {
        this.gap = true;
        continue;
      }
      if (this.gap && !this.atStart) this.text += " ";
      this.gap = false;
      this.atStart = false;
      this.add(part, marks);
    }
  }

  /** A space belongs to the words around it, whichever of them are marked. */
  private add(text: string, marks: string[]): void {
    const sorted = [...new Set(marks)].sort().join("|");
    if (sorted !== this.marks) {
      const space = this.text.endsWith(" ");
      if (space) this.text = this.text.slice(0, -1);
      this.flush();
      if (space) this.text = " ";
      this.marks = sorted;
    }
    this.text += text;
  }

  private emit(token: string): void {
    this.flush();
    this.tokens.push(token);
  }

  private flush(): void {
    if (this.text !== "") this.tokens.push(`${this.marks}: ${this.text}`);
    this.text = "";
  }
}
