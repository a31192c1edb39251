import { readFileSync } from "node:fs";
import { parseAst } from "vite";
import { expect, test } from "vitest";
import { rules } from "@/contract";
import { RULES, ruleOf, takeApart } from "./vite.parts.ts";

const apart = (code: string) => takeApart(code, parseAst(code), RULES);

test("a file imports the rules that it uses, each by itself", () => {
  expect(
    apart('import { rules } from "@/contract"; f(rules.limits.note, x.rules, { rules: 1 });'),
  ).toBe(
    'import { rule as rules$limits } from "\0rule:limits"; f(rules$limits.note, x.rules, { rules: 1 });',
  );
});

test.each(["const { limits } = rules;", "f(rules);", "f({ rules });", "rules[name];"])(
  "a file that uses them in another way is refused: %s",
  (use) => {
    expect(() => apart(`import { rules } from "@/contract"; ${use}`)).toThrow("rules.part");
  },
);

test("a file that gives the object another name is refused", () => {
  expect(() => apart('import { rules as all } from "@/contract"; f(all.limits);')).toThrow(
    "under its own name",
  );
});

test("a rule's module has what the contract has", () => {
  const contract = readFileSync("src/contract/index.ts", "utf8");
  for (const [name, value] of Object.entries(rules)) {
    expect(ruleOf(contract, name)).toBe(`export const rule = ${JSON.stringify(value)};`);
  }
  expect(() => ruleOf(contract, "none")).toThrow("no rule none");
});
