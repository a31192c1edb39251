/** A piece of the text that people see: a text node and where it begins, in code points. */
export interface Piece {
  node: Text;
  start: number;
  length: number;
}

const SILENT = new Set(["SCRIPT", "STYLE", "TEMPLATE", "NOSCRIPT"]);

export interface VisibleText {
  text: string;
  pieces: Piece[];
}

const codePoints = (text: string) => [...text].length;

/**
 * The visible text of a body with the places it came from. `separator` stands between blocks, as in
 * the text that the checks measured.
 */
export function visibleText(body: HTMLElement): VisibleText {
  const pieces: Piece[] = [];
  let text = "";
  let offset = 0;
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (SILENT.has(node.parentElement?.tagName ?? "")) continue;
    const data = (node as Text).data;
    const length = codePoints(data);
    pieces.push({ node: node as Text, start: offset, length });
    text += data;
    offset += length;
  }
  return { text, pieces };
}
