import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { usedColours } from "./vite.colours.ts";
import { withoutEffect } from "./vite.effects.ts";
import { firstPaint } from "./vite.firstpaint.ts";
import { packed } from "./vite.packed.ts";
import { partsWhereUsed } from "./vite.parts.ts";

// In development the pages come from Vite and everything else from a running `galley serve`.
const backend = process.env.GALLEY_DEV_BACKEND ?? "http://127.0.0.1:34115";
const proxied = Object.fromEntries(
  ["/rpc", "/events", "/data", "/demo", "/session"].map((path) => [path, { target: backend }]),
);

// Tests that need a page: of components, and of rules that read a document.
const IN_PAGE = ["src/**/*.test.tsx", "src/**/*.dom.test.ts"];

// Tests that replace a module: each needs a module cache of its own. The others share one.
const source = fileURLToPath(new URL("./src/", import.meta.url));
const REPLACING = readdirSync(source, { recursive: true, encoding: "utf8" })
  .filter((path) => /\.test\.tsx?$/.test(path))
  .filter((path) => readFileSync(source + path, "utf8").includes("vi.mock("))
  .map((path) => `src/${path}`);

// The plugin of tests that replace the catalogue (e2e/language.ts).
const FOREIGN = "another-language";

// What nearly every page loads, and what every list of rows does.
const PAGE =
  /src.(ui.(Segments|SearchField|IconButton|Page|Thumb)[.]|ui.keys.usePainted|api.(perform|windowed)|lib.selection)|components.(Checkbox|ActionIcon|Input|TextInput|CloseButton).|InlineInput/;
const TABLE =
  /src.(ui.(table.(VirtualTable|useRow)|SelectionBar)|flows.filters.(Filter(Row|Bar|Chips)|parts)|features.products.Catalogue|api.(products|collections)[.]|strings.en.(collections|ownDrafts)|app.routes.(NewJobBeside|OfShop))/;

const page = { environment: "jsdom", setupFiles: ["src/testing/setup.ts"] };

export default defineConfig({
  plugins: [
    react(),
    usedColours(),
    firstPaint({
      start: `${source}app/start.ts`,
      frame: `${source}app/shell/Frame.tsx`,
      sheets: ["tokens", "frame"].map((name) => `${source}ui/theme/${name}.css`),
      modules: [
        "app/shell/Rail",
        "app/shell/Shell",
        "app/shell/ShopSwitcher",
        "ui/Icon",
        "ui/Page",
      ].map((name) => `${source}${name}.module.css`),
      words: FOREIGN,
    }),
    partsWhereUsed(`${source}strings/en/index.ts`, `${source}contract/index.ts`, FOREIGN),
    packed(FOREIGN),
  ],
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  server: { proxy: proxied },
  build: {
    target: ["chrome111", "safari16.4"],
    // Fonts stay files: the page's policy allows no data: fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      treeshake: { moduleSideEffects: [{ test: withoutEffect(source), sideEffects: false }] },
      // What many pages need together is one file: it is asked for once, and compresses better.
      output: {
        codeSplitting: {
          groups: [
            { name: "first", tags: ["$initial"], priority: 3 },
            { name: "page", test: PAGE, priority: 2 },
            { name: "table", test: TABLE, priority: 1 },
          ],
        },
      },
    },
    // The notices that the licences of bundled packages ask for.
    license: { fileName: "licenses.txt" },
  },
  test: {
    restoreMocks: true,
    // Ends a test that hangs. No test takes as long, however slow the machine.
    testTimeout: 120_000,
    // Starting a page takes longer than most tests: a rule is tested without one.
    projects: [
      {
        extends: true,
        test: {
          name: "rules",
          include: ["src/**/*.test.ts", "vite.*.test.ts"],
          exclude: IN_PAGE,
          environment: "node",
          setupFiles: ["src/strings/index.ts"],
          isolate: false,
        },
      },
      {
        extends: true,
        test: { ...page, name: "pages", include: IN_PAGE, exclude: REPLACING, isolate: false },
      },
      { extends: true, test: { ...page, name: "pages alone", include: REPLACING } },
    ],
    css: { modules: { classNameStrategy: "non-scoped" } },
  },
});
