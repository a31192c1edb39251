import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { withoutUnused } from "./vite.colours.ts";

const file = "node_modules/@mantine/core/styles/default-css-variables.css";
const names = (css: string) => new Set(css.match(/--mantine-[\w-]+(?=:)/g));

test("only colours that the theme does not have, and what points at them, are left out of Mantine's variables", () => {
  const all = readFileSync(file, "utf8");
  const kept = names(withoutUnused(all));
  const left = [...names(all)].filter((name) => !kept.has(name));
  expect(left).toContain("--mantine-color-grape-filled-hover");
  for (const name of left)
    expect(name).toMatch(
      /^--mantine-(color-(blue|cyan|grape|indigo|lime|pink|teal|violet)-|color-success$|primary-color-|color-anchor$)/,
    );
  expect([...kept]).toEqual(
    expect.arrayContaining(["--mantine-color-red-filled", "--mantine-radius-sm"]),
  );
});
