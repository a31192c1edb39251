/** A text node and the position of each of its characters (code points) in the visible text. */
export interface Piece {
  node: Text;
  offsets: number[];
}

export interface VisibleText {
  text: string;
  pieces: Piece[];
}

/** Elements whose content is hidden; a named box replaces an embedded frame. */
const HIDDEN =
  "script, style, template, title, iframe, noembed, noframes, noscript, object, select, datalist, svg, math, video, audio, canvas, figure[data-embed]";

/** Elements that start and end a line of their own. */
const BLOCK =
  "address, article, aside, blockquote, body, caption, center, dd, details, dialog, dir, div, dl, dt, fieldset, figcaption, figure, footer, form, h1, h2, h3, h4, h5, h6, header, hgroup, hr, html, legend, li, main, menu, nav, ol, p, pre, search, section, summary, table, tbody, td, tfoot, th, thead, tr, ul";

/**
 * The text that people see, by the rules of the checks, so that their offsets fit: white space collapses to one
 * space, the edge of a block and a line break become one line feed, leading and trailing white space is dropped.
 */
export function visibleText(body: HTMLElement): VisibleText {
  const reader = new Reader();
  reader.read(body);
  return { text: reader.out.join(""), pieces: reader.pieces };
}

class Reader {
  readonly out: string[] = [];
  readonly pieces: Piece[] = [];
  /** The separator between the text so far and the next character. */
  private gap: "" | " " | "\n" = "";

  read(parent: Node): void {
    for (const child of parent.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) this.readText(child as Text);
      else if (child.nodeType === Node.ELEMENT_NODE) this.readElement(child as Element);
    }
  }

  private readElement(element: Element): void {
    if (element.matches(HIDDEN)) return;
    const edge = element.tagName === "BR" || element.matches(BLOCK);
    if (edge) this.gap = "\n";
    this.read(element);
    if (edge) this.gap = "\n";
  }

  private readText(node: Text): void {
    const offsets: number[] = [];
    for (const character of node.data) {
      const space = /[ \t\n\r\f]/.test(character);
      if (space) this.gap ||= " ";
      else this.fillGap();
      offsets.push(this.out.length);
      if (!space) this.out.push(character);
    }
    this.pieces.push({ node, offsets });
  }

  private fillGap(): void {
    if (this.gap !== "" && this.out.length > 0) this.out.push(this.gap);
    this.gap = "";
  }
}
