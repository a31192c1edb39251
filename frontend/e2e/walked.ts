import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { TestInfo } from "@playwright/test";
import actions from "./actions.json" with { type: "json" };

/** What can be pressed at each place of a walk, by its name. */
export type Walked = Record<string, string[]>;

const known: { commands: Record<string, string[]>; views: string[] } = actions;

const whole = (pattern: string) => new RegExp(`^(?:${pattern})$`);

/** A name that says little, or begins another, is known only at the places after the @. */
const patterns = [...Object.values(known.commands).flat(), ...known.views].map((pattern) => {
  const [name = "", place = ".*"] = pattern.split(" @ ");
  return { pattern, name: whole(name), place: whole(place) };
});

/** The names that are neither the action of a command nor a view, at that place. */
export const unknownAt = (place: string, names: string[]) =>
  [...new Set(names)].filter(
    (name) => !patterns.some((one) => one.name.test(name) && one.place.test(place)),
  );

/** The patterns that nothing on any page is called by. Of alternatives, as in "(Bold|Italic)", one on a page is enough. */
export const unmet = (walked: Walked) =>
  patterns
    .filter(
      ({ name, place }) =>
        !Object.entries(walked).some(
          ([at, names]) => place.test(at) && names.some((one) => name.test(one)),
        ),
    )
    .map(({ pattern }) => pattern);

/**
 * Keeps what a walk found. The one that ends last, in whichever worker, is answered what all of them found; a run of
 * some of the walks has no last one. Playwright empties the folder when a run begins.
 */
export function keep(walked: Walked, test: TestInfo, walks: number): Walked | undefined {
  const folder = join(test.project.outputDir, "walked");
  mkdirSync(folder, { recursive: true });
  const file = join(folder, test.testId);
  writeFileSync(`${file}.part`, JSON.stringify(walked));
  renameSync(`${file}.part`, `${file}.json`);
  const done = readdirSync(folder).filter((name) => name.endsWith(".json"));
  if (done.length < walks) return undefined;
  const all = done.map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")) as Walked);
  return Object.assign({}, ...all) as Walked;
}
