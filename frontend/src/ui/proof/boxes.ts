import { t } from "@/strings";

/** A part of a source that is kept as it is: a span in code points, and what it is. */
export interface Box {
  start: number;
  end: number;
  label: string;
  /** Within running text: it stays where it is, with a frame. */
  inline: boolean;
}

/** Set on marks around the boxes, so that no text from outside can have one. */
const STAMP = crypto.getRandomValues(new Uint32Array(2)).join("");

const OPEN = "data-box-open";
const CLOSE = "data-box-close";

/** The source with an empty mark before and after each box, which changes no visible text. */
export function markBoxes(source: string, boxes: Box[] = []): string {
  if (boxes.length === 0) return source;
  const characters = [...source];
  const inserts = boxes.flatMap(({ start, end }, i) => [
    { at: start, order: 1, mark: `<span ${OPEN}="${STAMP}${i}"></span>` },
    { at: end, order: 0, mark: `<span ${CLOSE}="${STAMP}${i}"></span>` },
  ]);
  inserts.sort((a, b) => b.at - a.at || b.order - a.order);
  for (const { at, mark } of inserts) characters.splice(at, 0, mark);
  return characters.join("");
}

/** Draws the boxes between their marks. One whose marks are not side by side is shown as it is. */
export function drawBoxes(body: HTMLElement, boxes: Box[] = []): void {
  boxes.forEach((box, i) => {
    const open = body.querySelector(`[${OPEN}="${STAMP}${i}"]`);
    const close = body.querySelector(`[${CLOSE}="${STAMP}${i}"]`);
    if (open && close && open.parentNode === close.parentNode) draw(box, open, close);
    open?.remove();
    close?.remove();
  });
}

function draw(box: Box, open: Element, close: Element): void {
  const held: Node[] = [];
  for (let node = open.nextSibling; node && node !== close; node = node.nextSibling)
    held.push(node);
  const frame = box.inline
    ? inlineFrame(open.ownerDocument, box)
    : blockFrame(open.ownerDocument, box, held);
  frame.append(...held);
  open.replaceWith(frame);
  for (const cell of frame.querySelectorAll("[data-new]")) cell.removeAttribute("data-new");
}

function inlineFrame(document: Document, { label }: Box): HTMLElement {
  const frame = document.createElement("span");
  frame.dataset.kept = "inline";
  frame.title = `${label}: ${t.review.blocks.kept}`;
  return frame;
}

/** A closed box that shows its content when it is opened, which needs no script. */
function blockFrame(document: Document, { label }: Box, held: Node[]): HTMLElement {
  const hasSomething = held.some(
    (node) =>
      node.textContent?.trim() || (node instanceof Element && node.outerHTML.includes("<img")),
  );
  const frame = document.createElement(hasSomething ? "details" : "div");
  frame.dataset.kept = "block";
  const head = document.createElement(hasSomething ? "summary" : "div");
  const add = (tag: string, text: string) => {
    const part = document.createElement(tag);
    part.textContent = text;
    head.append(part);
  };
  head.append(brackets(document));
  add("code", `[[${label}]]`);
  add("span", t.review.blocks.kept);
  if (hasSomething) add("i", t.review.blocks.show);
  frame.append(head);
  if (held.some((node) => node instanceof Element && node.querySelector("mark")))
    frame.setAttribute("open", "");
  return frame;
}

const SVG = "http://www.w3.org/2000/svg";

/** The mark of a kept block. */
function brackets(document: Document): Element {
  const icon = document.createElementNS(SVG, "svg");
  icon.setAttribute("viewBox", "0 0 24 24");
  icon.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", "M8.25 4.5H4.5v15h3.75M15.75 4.5h3.75v15h-3.75M9 9.75h6M9 14.25h6");
  icon.append(path);
  return icon;
}
