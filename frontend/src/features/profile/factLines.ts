/** The facts of a shop, a line each. */
export function factLines(facts: string): string[] {
  return facts
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
