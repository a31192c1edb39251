import {
  type ComparedDrafts,
  type Comparison,
  type ComparisonChoice,
  type Item,
  rules,
} from "@/contract";
import { isClaim } from "@/domain/warning";

export type Side = "a" | "b";

/** What the two sides differ in. */
export type Kind = "instructions" | "models";

/** What a comparison compares: with two models, models, also where their instructions differ. */
export function kindOf({ a, b }: Comparison): Kind {
  return a.writer.model === b.writer.model ? "instructions" : "models";
}

/** What side B starts from when the other thing is to be compared: A's words, or A's model. */
export function startOf({ a, b }: Comparison, kind: Kind): { instructions: string; model: string } {
  if (kind === "models") return { instructions: a.instructions, model: "" };
  const own = b.instructions === a.instructions ? "" : b.instructions;
  return { instructions: own, model: a.writer.model ?? "" };
}

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

/** What holds a draft back for a person, counted by kind. */
export function heldIn(item: Item): { contradicts: number; noSource: number; others: number } {
  const held = (item.warnings ?? []).filter((warning) => warning.severity === "hold");
  const contradicts = held.filter(({ grade }) => grade === "contradicts").length;
  const noSource = held.filter((w) => isClaim(w) && w.grade !== "contradicts").length;
  return { contradicts, noSource, others: held.length - contradicts - noSource };
}

/** A word of instructions, with the space behind it. */
export interface InstructionWord {
  word: string;
  /** The other text lacks it. */
  own: boolean;
  /** Means data of a product. */
  placeholder: boolean;
}

const WORDS = /\{[a-z_]+\}\s*|(?:(?!\{[a-z_]+\})\S)+\s*/g;

/** The words of a text, compared with another one. */
export function marked(text: string, other: string): InstructionWord[] {
  const known = new Set(other.toLowerCase().match(/[\p{L}\p{N}]+/gu));
  return (text.match(WORDS) ?? []).map((word) => {
    const placeholder = rules.placeholders.some(({ name }) => name === word.trimEnd());
    const parts = word.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    const own = placeholder
      ? !other.includes(word.trimEnd())
      : parts.some((part) => !known.has(part));
    return { word, own, placeholder };
  });
}
