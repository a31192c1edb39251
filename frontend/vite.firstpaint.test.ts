import { expect, test } from "vitest";
import { afterPaint, unstyled } from "./vite.firstpaint.ts";

const START = '<script src="/start.js"></script>';
const PROGRAM = '<script type="module" crossorigin src="/assets/index-1.js"></script>';
const STYLES = '<link rel="stylesheet" crossorigin href="/assets/index-2.css">';

test("the first script is in the page, with the names of the program and styles that it loads", () => {
  expect(afterPaint(`<head>${START}${PROGRAM}${STYLES}</head>`, "f('$&')\n")).toBe(
    '<head><script data-program="/assets/index-1.js" data-styles="/assets/index-2.css">f(\'$&\')</script></head>',
  );
});

test.each([
  ["no program", START + STYLES],
  ["no styles", START + PROGRAM],
  ["two programs", START + PROGRAM + PROGRAM + STYLES],
  ["two style sheets", START + PROGRAM + STYLES + STYLES],
  ["nothing that would load them", PROGRAM + STYLES],
])("a page with %s is refused", (_, html) => {
  expect(() => afterPaint(html, "")).toThrow("index.html should have");
});

test.each(["'</script>'", "x<!--y"])("a first script with %s is refused", (script) => {
  expect(() => afterPaint(START + PROGRAM + STYLES, script)).toThrow("would end early");
});

test("classes of the frame that its styles do not name are found", () => {
  expect(unstyled('<p class="a b"><i class="c-1">', ".a{} .c-1:hover{}")).toEqual(["b"]);
});
