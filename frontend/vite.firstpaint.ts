import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

// index.html paints the frame of every page by itself; everything else comes after that (public/start.js).

const PROGRAM = /\s*<script type="module"[^>]* src="([^"]+)"><\/script>/g;
const STYLES = /\s*<link rel="stylesheet"[^>]* href="([^"]+)">/g;
const START = '<script src="/start.js"';

/** A built page whose program and styles are loaded by start.js. Throws where there is not one of each. */
export function afterPaint(html: string): string {
  const only = (what: RegExp) => {
    const [found, ...more] = [...html.matchAll(what)];
    if (!found?.[1] || more.length > 0)
      throw new Error(`index.html should have one ${what.source}`);
    return found[1];
  };
  const data = `data-program="${only(PROGRAM)}" data-styles="${only(STYLES)}"`;
  if (!html.includes(START)) throw new Error(`index.html should have ${START}`);
  return html
    .replace(/\s*<!--.*?-->/gs, "")
    .replace(PROGRAM, "")
    .replace(STYLES, "")
    .replace(START, `${START} ${data}`);
}

/** Puts style sheets into index.html, and has what is built come after the first paint. */
export function firstPaint(...sheets: string[]): Plugin {
  return {
    name: "first-paint",
    transformIndexHtml: {
      order: "post",
      handler(html, { bundle }) {
        const children = sheets.map((path) => packed(readFileSync(path, "utf8"))).join("");
        const tags = [{ tag: "style", children, injectTo: "head" as const }];
        return bundle ? { html: afterPaint(html), tags } : tags;
      },
    },
    writeBundle({ dir = "" }) {
      const path = join(dir, "start.js");
      writeFileSync(path, readFileSync(path, "utf8").replace(/^\s+(\/\/.*\n)?/gm, ""));
    },
  };
}

function packed(css: string): string {
  return css
    .replace(/\/\*.*?\*\//gs, "")
    .replace(/\s*([;{},>])\s*/g, "$1")
    .replace(/:\s+/g, ":");
}
