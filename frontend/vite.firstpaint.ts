import { readFileSync } from "node:fs";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { build, createServer, type InlineConfig, type Plugin, type ResolvedConfig } from "vite";

// index.html paints the frame of every page by itself, with the words that are the same each time; everything else
// comes after that (src/app/start.ts).

const PROGRAM = /\s*<script type="module"[^>]* src="([^"]+)"><\/script>/g;
const STYLES = /\s*<link rel="stylesheet"[^>]* href="([^"]+)">/g;
const START = '<script src="/start.js"></script>';
/** What icons say of themselves and their styles say better, and marks without a value. */
const OF_ICONS =
  / xmlns="[^"]*"| aria-hidden="true"|\blucide(?:-[\w-]+)? ?|(?<=<svg[^>]*)( (?:fill="none"|width="24"|height="24"|stroke="currentColor"|stroke-(?:width="2"|line(?:cap|join)="round")))|(?<= (?:data-[a-z]+|hidden))="(?:true)?"/g;
const ENDS = /><\/(?:path|rect|circle|polyline)>/g;
const FRAME = /(<div id="frame"[^>]*>)/;

/**
 * A built page with its first script in it, which loads program and styles: a file of its own would cost a request
 * before the first paint. The page's policy names it by its hash (backend/web/headers.go). Throws where there is not
 * one of each.
 */
export function afterPaint(html: string, script: string): string {
  const addressOf = (what: RegExp) => {
    const [found, ...more] = [...html.matchAll(what)];
    if (!found?.[1] || more.length > 0)
      throw new Error(`index.html should have one ${what.source}`);
    return found[1];
  };
  const data = `data-program="${addressOf(PROGRAM)}" data-styles="${addressOf(STYLES)}"`;
  if (/<\/script|<!--/i.test(script)) throw new Error("the first script would end early");
  if (!html.includes(START)) throw new Error(`index.html should have ${START}`);
  return html
    .replace(/\s*<!--.*?-->/gs, "")
    .replace(PROGRAM, "")
    .replace(STYLES, "")
    .replace(START, () => `<script ${data}>${script.trim()}</script>`);
}

/** The classes of some markup that no style sheet names. */
export function unstyled(markup: string, css: string): string[] {
  const classes = [...markup.matchAll(/ class="([^"]+)"/g)].flatMap(([, names = ""]) =>
    names.split(" "),
  );
  return [...new Set(classes)].filter((name) => !css.includes(`.${name}`));
}

interface FirstPaint {
  /** The script before the first paint. */
  start: string;
  /** The file whose Frame every page shows. */
  frame: string;
  /** Style sheets of index.html, and those of components that are in the frame. */
  sheets: string[];
  modules: string[];
  /** A plugin that changes words, where there is one. */
  words: string;
}

/** Puts the frame and its styles into index.html, and has what is built come after the first paint. */
export function firstPaint({ start, frame, sheets, modules, words }: FirstPaint): Plugin {
  const styles = new Map<string, string>();
  let config: ResolvedConfig;
  let script = "";
  let markup = "";
  const inner = (): InlineConfig => ({
    configFile: false,
    root: config.root,
    logLevel: "warn",
    publicDir: false,
    resolve: { alias: config.resolve.alias },
    plugins: config.plugins.filter(({ name }) => name === words),
  });
  return {
    name: "first-paint",
    configResolved(resolved) {
      config = resolved;
    },
    async buildStart() {
      if (config.command !== "build") return;
      script = await bundled(start, inner());
      markup = await rendered(frame, inner());
    },
    configureServer(server) {
      // Bundled at each request: a reload serves what was edited.
      server.middlewares.use("/start.js", (_, answer, next) => {
        bundled(start, inner()).then((built) => {
          answer.setHeader("Content-Type", "text/javascript").end(built);
        }, next);
      });
    },
    // Between the plugin that makes class names and the one that writes style sheets.
    transform(code, id) {
      if (config.command !== "build" || !modules.includes(id)) return;
      styles.set(id, code);
      return { code: "", map: null };
    },
    transformIndexHtml: {
      order: "post",
      handler(html, { bundle }) {
        const css = [...sheets.map((path) => readFileSync(path, "utf8")), ...styles.values()];
        const children = css.map(minified).join("");
        const tags = [{ tag: "style", children, injectTo: "head" as const }];
        if (!bundle) return tags;
        const missing = unstyled(markup, children);
        if (missing.length > 0) throw new Error(`the frame has classes without styles: ${missing}`);
        return { html: afterPaint(html, script).replace(FRAME, `$1${markup}`), tags };
      },
    },
  };
}

/** One script of a file and what it imports. */
async function bundled(entry: string, inner: InlineConfig): Promise<string> {
  const built = await build({
    ...inner,
    build: {
      write: false,
      minify: true,
      target: ["chrome111", "safari16.4"],
      lib: { entry, formats: ["iife"], name: "start" },
    },
  });
  const [one] = [built].flat();
  const [chunk] = one && "output" in one ? one.output : [];
  if (chunk?.type !== "chunk") throw new Error(`${entry} was not built`);
  return chunk.code;
}

/** The markup of a component that needs no data. */
async function rendered(file: string, inner: InlineConfig): Promise<string> {
  const server = await createServer({
    ...inner,
    appType: "custom",
    optimizeDeps: { noDiscovery: true },
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  });
  try {
    const { Frame } = await server.ssrLoadModule(file);
    return renderToStaticMarkup(createElement(Frame)).replace(OF_ICONS, "").replace(ENDS, "/>");
  } finally {
    await server.close();
  }
}

function minified(css: string): string {
  return css
    .replace(/\/\*.*?\*\//gs, "")
    .replace(/\s*([;{},>])\s*/g, "$1")
    .replace(/:\s+/g, ":")
    .replace(/\s+/g, " ")
    .replace(/(?<=[ :,(-])0\./g, ".")
    .replaceAll(";}", "}");
}
