import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import type { Page } from "@playwright/test";
import { build, type Plugin } from "vite";
import { rules } from "../src/contract";

/**
 * Another language, made of English: every letter of the catalogue becomes its full-width form, so
 * that what people read is either foreign, or came from the backend, or was left out of the
 * catalogue.
 */
const CATALOGUE = `
import { setLocale } from "@/lib/format";
import { en } from "./en";

const foreign = (text) =>
  text.replace(/[A-Za-z]/g, (letter) => String.fromCodePoint(letter.codePointAt(0) + 0xfee0));
const translate = (value) => {
  if (typeof value === "string") return foreign(value);
  if (typeof value === "function") return (...args) => translate(value(...args));
  if (Array.isArray(value)) return value.map(translate);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, translate(part)]));
};

export const t = {
  ...translate(en),
  locale: { tag: "ja-JP", units: translate(en.locale.units) },
};
setLocale(t.locale);
`;

const catalogue: Plugin = {
  name: "another-language",
  enforce: "pre",
  load: (id) => (id.endsWith("/src/strings/index.ts") ? CATALOGUE : null),
};

const TYPES: Record<string, string> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

/** Builds the pages with another catalogue in the place of the English one. */
export async function buildForeign(): Promise<{ folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "galley-language-"));
  await build({
    logLevel: "error",
    plugins: [catalogue],
    build: { outDir: folder, emptyOutDir: true, reportCompressedSize: false },
  });
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** Gives the page these files in place of those that Galley has. */
export async function serveForeign(page: Page, folder: string): Promise<void> {
  const answer = (path: string) => ({
    contentType: TYPES[extname(path)] ?? "application/octet-stream",
    body: readFileSync(join(folder, path)),
  });
  await page.route(/\/assets\//, (route) =>
    route.fulfill(answer(new URL(route.request().url()).pathname)),
  );
  await page.route(
    (url) => url.pathname === "/" && url.search === "",
    (route) => route.fulfill(answer("index.html")),
  );
}

/** What is no language's: names of the program and of keys, and the mark of the demo shop. */
const NAMES = /\b(?:Galley|DS|Ctrl|Esc|Space|Tab|Home|End|[A-Z])\b/g;

/** Commands to copy: made of the paths that the backend answers. */
const COMMANDS = /galley doctor --restore --from \S+ --home \S+/g;

/** Without white space, character references and marks: rows show drafts as plain text. */
function squeeze(text: string): string {
  return text
    .replace(/&\w+;/g, "")
    .replace(COMMANDS, "")
    .replace(NAMES, "")
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/** Remembers each string that the backend answers with, and those that its rules have. */
export function corpus(page: Page): Set<string> {
  const known = new Set<string>();
  const learn = (value: unknown): void => {
    if (typeof value === "string") known.add(squeeze(value.replace(/<[^>]*>/g, " ")));
    else if (value !== null && typeof value === "object") Object.values(value).forEach(learn);
  };
  learn(rules);
  page.on("response", async (response) => {
    if (!/\/(rpc|data)\//.test(response.url())) return;
    learn(await response.json().catch(() => null));
  });
  return known;
}

/** English that people would see or hear on the page, and that no backend said. */
export async function leftInEnglish(page: Page, known: Set<string>): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const found = [document.title.replace(/^\(\d+\) /, "")];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.parentElement?.closest("script, style")) found.push(node.textContent ?? "");
    }
    for (const name of ["aria-label", "title", "placeholder", "alt", "aria-description"]) {
      for (const element of document.querySelectorAll(`[${name}]`)) {
        found.push(element.getAttribute(name) ?? "");
      }
    }
    return found;
  });
  const data = [...known].join("\n");
  const isData = (text: string) => {
    const words = squeeze(text);
    if (!/[A-Za-z]{2}/.test(words) || data.includes(words)) return true;
    // Several values in a row, such as tags, or a price with its currency.
    const values = text.split(/[\s,]+/).map(squeeze);
    return (
      values.length > 1 && values.every((value) => !/[A-Za-z]/.test(value) || known.has(value))
    );
  };
  return texts.filter((text) => !text.split(/[Ａ-Ｚａ-ｚ]+/).every(isData));
}
