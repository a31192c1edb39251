import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const source = "../app.go";

test.skipIf(!existsSync(source))(
  "each method that is called is bound, with as many arguments",
  () => {
    const bound = new Map<string, number>();
    for (const [, name, params] of readFileSync(source, "utf8").matchAll(
      /^func \(a \*App\) ([A-Z]\w*)\(([^)]*)\)/gm,
    )) {
      bound.set(name ?? "", params ? params.split(",").length : 0);
    }
    const called = [
      ...readFileSync("src/api/methods.ts", "utf8").matchAll(/^ {2}([A-Z]\w*)\((.*)\): /gm),
    ];
    expect(called.length).toBeGreaterThan(20);
    for (const [, name, params] of called) {
      const arity = params
        ? params
            .replace(/\{[^}]*\}/g, "")
            .replace(/<[^>]*>/g, "")
            .split(",").length
        : 0;
      expect([name, bound.get(name ?? "")]).toEqual([name, arity]);
    }
  },
);
