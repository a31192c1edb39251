import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { palette } from "./palette";

test("the tuples given to Mantine are the tokens of the style sheet", () => {
  const css = readFileSync("src/ui/theme/tokens.css", "utf8");
  for (const [name, steps] of Object.entries(palette)) {
    steps.forEach((value, step) => {
      expect(css).toContain(`--${name}-${step}: ${value};`);
    });
  }
});
