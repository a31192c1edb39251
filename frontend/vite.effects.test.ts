import { expect, test } from "vitest";
import { withoutEffect } from "./vite.effects.ts";

test.each(["/galley/frontend/src/", "/src/a (b+)/src/", "C:\\src\\galley\\src\\"])(
  "what the pages need to start is kept in %s",
  (folder) => {
    const rule = withoutEffect(folder);
    const path = folder.replaceAll("\\", "/");
    for (const kept of ["main.tsx", "ui/theme/index.ts", "strings/speak.ts"])
      expect(rule.test(path + kept)).toBe(false);
    for (const free of ["api/index.ts", "app/App.tsx"]) expect(rule.test(path + free)).toBe(true);
    expect(rule.test("/other/src/api/index.ts")).toBe(false);
  },
);
