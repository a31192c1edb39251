import interUrl from "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url";
import { useComputedColorScheme } from "@mantine/core";
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from "react";
import { dispatch } from "../keys/registry";
import { PENDING } from "../keys/usePainted";
import classes from "./ProofFrame.module.css";
import paper from "./paper.css?raw";

/** The tokens that the paper uses; a frame inherits none. */
const TOKENS = [
  "--font",
  "--text",
  "--text-2",
  "--text-3",
  "--line",
  "--ins-line",
  "--del-text",
  "--del-soft",
  "--warn",
  "--warn-soft",
  "--bad",
  "--bad-soft",
  "--proof",
  "--raised",
  "--line-soft",
  "--font-mono",
  "--accent-text",
  "--press",
];

/** Positions of ringed words, in pixels from the corner of the frame, which is `width` wide. */
export interface RingPlace {
  top: number;
  right: number;
  bottom: number;
  width: number;
}
export type RingPlaces = Record<string, RingPlace>;

interface ProofFrameProps {
  /** Already made safe (see proof.ts). */
  html: string;
  title: string;
  /** Quieter text: the shop's current text. */
  quiet?: boolean;
  onRings?: (places: RingPlaces) => void;
  /** A click into the text, in pixels of the window. Selecting words is none. */
  onClick?: ((at: { left: number; top: number }) => void) | undefined;
}

function tokens(): string {
  const style = getComputedStyle(document.documentElement);
  const values = TOKENS.map((name) => `${name}:${style.getPropertyValue(name)}`).join(";");
  return `:root{${values};font-size:${style.fontSize};color-scheme:${style.colorScheme}}`;
}

const face = `@font-face{font-family:"Inter Variable";font-weight:100 900;src:url("${new URL(interUrl, document.baseURI).href}") format("woff2")}`;

/**
 * WebKit calls no listener, not even the program's own, in a page whose sandbox forbids scripts. So the sandbox allows
 * them, and the page itself forbids every script that could be in it. Nothing that is shown needs the others.
 */
const POLICY = ["script-src", "object-src", "frame-src", "base-uri", "form-action"]
  .map((directive) => `${directive} 'none'`)
  .join("; ");

/** How many pages were made; the number identifies the page in the frame. */
let pages = 0;

/**
 * A customer's copy in its own frame: no scripts, no forms, no navigation. The frame is as high as its text, and the
 * program hears keys pressed in it. Another text is put into the page that is there: loading a page for each takes
 * longer than all else.
 */
export function ProofFrame({ html, title, quiet, onRings, onClick }: ProofFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [height, setHeight] = useState(120);
  const scheme = useComputedColorScheme();
  const now = useRef({ html, onClick, onRings });
  useLayoutEffect(() => {
    now.current = { html, onClick, onRings };
  });
  const page = useMemo(() => {
    const kind = quiet ? "quiet" : "proof";
    // `scheme` is read through the tokens: a new theme is a new page.
    const stamp = String(++pages);
    const source = `<!doctype html><html data-kind="${kind}" data-scheme="${scheme}" data-page="${stamp}"><meta http-equiv="Content-Security-Policy" content="${POLICY}"><style>${face}${tokens()}${paper}</style><body>`;
    return { source, stamp };
  }, [quiet, scheme]);

  const measure = useCallback((inner: Document) => {
    setHeight(Math.ceil(inner.documentElement.getBoundingClientRect().height));
    now.current.onRings?.(ringPlaces(inner));
  }, []);

  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return;
    let observer: ResizeObserver | undefined;
    const onLoad = () => {
      const inner = pageIn(element, page.stamp);
      if (!inner || observer) return;
      inner.body.innerHTML = now.current.html;
      inner.addEventListener("keydown", dispatch);
      inner.addEventListener("click", stayHere);
      inner.addEventListener("click", (event) => {
        const at = placeOfClick(event, element);
        if (at) now.current.onClick?.(at);
      });
      observer = new ResizeObserver(() => measure(inner));
      observer.observe(inner.documentElement);
      measure(inner);
      requestAnimationFrame(() => element.removeAttribute(PENDING));
    };
    element.setAttribute(PENDING, "");
    element.addEventListener("load", onLoad);
    onLoad();
    return () => {
      element.removeEventListener("load", onLoad);
      observer?.disconnect();
    };
  }, [page, measure]);

  useLayoutEffect(() => {
    const inner = frame.current && pageIn(frame.current, page.stamp);
    if (!inner) return;
    inner.body.innerHTML = html;
    measure(inner);
  }, [html, page, measure]);

  return (
    <iframe
      ref={frame}
      className={classes.frame}
      title={title}
      // Same origin to measure its height and hear keys; no script runs that could use it (POLICY).
      sandbox="allow-same-origin allow-scripts"
      srcDoc={page.source}
      style={{ height }}
    />
  );
}

/** The page in a frame, once it is there; until then another one may be. */
function pageIn(frame: HTMLIFrameElement, stamp: string): Document | undefined {
  const inner = frame.contentDocument;
  return inner?.readyState === "complete" && inner.documentElement.dataset.page === stamp
    ? inner
    : undefined;
}

/** Links are shown, not followed. */
function stayHere(event: Event): void {
  if ((event.target as Element).closest("a")) event.preventDefault();
}

/** Where a click was that means the text; undefined for one on a control, or at the end of a selection. */
function placeOfClick(event: MouseEvent, frame: HTMLIFrameElement) {
  const on = event.target as Element;
  const selected = frame.contentDocument?.getSelection()?.isCollapsed === false;
  if (selected || on.closest("a, summary, button, [data-kept]")) return undefined;
  const corner = frame.getBoundingClientRect();
  return { left: corner.left + event.clientX, top: corner.top + event.clientY };
}

function ringPlaces(inner: Document): RingPlaces {
  const places: RingPlaces = {};
  for (const mark of inner.querySelectorAll<HTMLElement>("mark[data-key]")) {
    const box = mark.getBoundingClientRect();
    const width = inner.documentElement.clientWidth;
    const { top, right, bottom } = mark.getClientRects()[0] ?? box;
    places[mark.dataset.key ?? ""] ??= { top, right, bottom, width };
  }
  return places;
}
