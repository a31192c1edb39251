import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import type { Plugin } from "vite";

// The program carries the pages within it. Text is kept compressed there, and served so or unpacked
// (backend/web/packed.go).

const TEXT = /\.(js|css|txt|svg)$/;

/** Smaller files would gain nothing. */
const LEAST = 1024;

/**
 * Replaces each text of the built pages by its compressed form, NAME.gz. It rests where a plugin of the
 * name given is.
 */
export function packed(unless: string): Plugin {
  let folder = "";
  let rests = false;
  return {
    name: "packed",
    apply: "build",
    configResolved(config) {
      folder = resolve(config.root, config.build.outDir);
      rests = config.plugins.some((plugin) => plugin.name === unless);
    },
    writeBundle() {
      const names = rests ? [] : readdirSync(folder, { recursive: true, encoding: "utf8" });
      for (const name of names) {
        if (!TEXT.test(name)) continue;
        const path = join(folder, name);
        const text = readFileSync(path);
        if (text.length < LEAST) continue;
        writeFileSync(`${path}.gz`, gzipSync(text, { level: 9 }));
        rmSync(path);
      }
    },
  };
}
