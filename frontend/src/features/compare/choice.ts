import type { ComparedDrafts, Comparison, ComparisonChoice, Item } from "@/contract";

export type Side = "a" | "b";

/** Which draft is kept, by the id of its place. */
export type Choices = Record<string, Side>;

/** How many are chosen of each side, and how many places have no choice yet. */
export function tally(pairs: ComparedDrafts[], choices: Choices) {
  const of = (side: Side) => pairs.filter((pair) => choices[pair.a.place.id] === side).length;
  const a = of("a");
  const b = of("b");
  return { a, b, open: pairs.length - a - b };
}

/** Whether a side has a draft that can be kept. */
export function hasDraft(item: Item): boolean {
  return item.state === "generated";
}

/** The choices with one side taken for the named pairs, where it has a draft. */
export function choose(choices: Choices, pairs: ComparedDrafts[], side: Side): Choices {
  const next = { ...choices };
  for (const pair of pairs) if (hasDraft(pair[side])) next[pair.a.place.id] = side;
  return next;
}

/** What is sent: the kept drafts as they are on screen, and the sample that goes on. */
export function choiceOf(
  comparison: Comparison,
  choices: Choices,
  goesOn: Side,
  rest: boolean,
): ComparisonChoice {
  const kept = (comparison.pairs ?? []).flatMap((pair) => {
    const side = choices[pair.a.place.id];
    return side ? [{ id: pair[side].id, revision: pair[side].revision }] : [];
  });
  return { job: comparison[goesOn].id, kept, rest };
}

/** The side of which more drafts are kept; A where both are even. */
export function leader(pairs: ComparedDrafts[], choices: Choices): Side {
  const { a, b } = tally(pairs, choices);
  return b > a ? "b" : "a";
}

/** Drafts that a person would have to look into before they go live. */
export function heldWarnings(item: Item): number {
  return (item.warnings ?? []).filter((warning) => warning.severity === "hold").length;
}

/** The words of a text, each with whether the other text lacks it. */
export function marked(text: string, other: string): { word: string; own: boolean }[] {
  const known = new Set(other.toLowerCase().match(/[\p{L}\p{N}]+/gu));
  return (text.match(/\S+\s*/g) ?? []).map((word) => ({
    word,
    own: (word.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).some((part) => !known.has(part)),
  }));
}
