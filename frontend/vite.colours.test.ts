import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { withoutSteps, withoutUnused } from "./vite.colours.ts";

const file = "node_modules/@mantine/core/styles/default-css-variables.css";
const names = (css: string) => new Set(css.match(/--mantine-[\w-]+(?=:)/g));

test("only what nothing reads, or the theme sets itself, is left out of Mantine's variables", () => {
  const all = readFileSync(file, "utf8");
  const kept = names(withoutUnused(all));
  const left = [...names(all)].filter((name) => !kept.has(name));
  expect(left).toContain("--mantine-color-grape-filled-hover");
  for (const name of left)
    expect(name).toMatch(
      /^--mantine-(color-(blue|cyan|grape|indigo|lime|pink|teal|violet)-|color-(dark|gray|green|orange|red|yellow)-(\d|light|light-hover|outline-hover)$|h[1-6]-|breakpoint-|color-success$|primary-color-|color-anchor$)/,
    );
  expect([...kept]).toEqual(
    expect.arrayContaining(["--mantine-color-red-filled", "--mantine-radius-sm"]),
  );
});

test("Mantine's theme has our colours, and its first", () => {
  const code = readFileSync(
    "node_modules/@mantine/core/esm/core/MantineProvider/default-colors.mjs",
    "utf8",
  );
  const names = (text: string) => [...text.matchAll(/^\t(\w+): \[/gm)].map(([, name]) => name);
  expect(names(code)).toHaveLength(14);
  expect(names(withoutSteps(code)).sort()).toEqual([
    "blue",
    "dark",
    "gray",
    "green",
    "orange",
    "red",
    "yellow",
  ]);
});
