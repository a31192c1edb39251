import {
  type Grade,
  type Item,
  type KeptBlock,
  type LostFact,
  type Proof,
  rules,
  type Warning,
  type WarningKey,
} from "@/contract";

/**
 * Something in a draft that asks for an answer: words of the draft, a fact or a part of the shop's text that it lacks.
 * The same words are one note, however often the draft has them: `places` are their warnings in the list.
 */
export type Note = { key: string; held: boolean } & (
  | { kind: "words"; warning: Warning; places: number[] }
  | { kind: "lost"; lost: LostFact }
  | { kind: "block"; block: KeptBlock }
);

/** Whether a warning speaks of words of the draft: then it has a ring, a note and answers. */
export function isNote(warning: Warning): boolean {
  return warning.end > warning.start && warning.severity !== "info";
}

/** Where the words are that warnings speak of, by the warning's place in the list. */
export function ringsOf({ warnings }: Pick<Item, "warnings">) {
  return (warnings ?? []).flatMap((warning, index) => {
    const { start, end, grade } = warning;
    const look = grade === "contradicts" ? ("contradicts" as const) : undefined;
    return isNote(warning) ? [{ start, end, key: String(index), look }] : [];
  });
}

/** What identifies a warning, however its sentence reads. */
export function keyOf({ rule, about }: WarningKey): WarningKey {
  return { rule, about };
}

type Found = Pick<Proof, "lost" | "blocks"> & { item: Pick<Item, "warnings"> };

/** The notes of a draft in the order in which they are shown: claims, lost facts, kept blocks. */
export function notesOf({ item, lost, blocks }: Found): Note[] {
  const held = (fact: LostFact) => (fact.held ? 0 : 1);
  return [
    ...wordNotes(item.warnings ?? []),
    ...[...(lost ?? [])]
      .sort((a, b) => held(a) - held(b))
      .map(
        (fact): Note => ({
          kind: "lost",
          key: `lost ${fact.rule} ${fact.about}`,
          held: fact.held,
          lost: fact,
        }),
      ),
    ...(blocks ?? [])
      .filter((block) => !block.in_place)
      .map((block): Note => ({ kind: "block", key: `block ${block.number}`, held: true, block })),
  ];
}

/** The notes about words of a draft, each claim once. */
function wordNotes(warnings: Warning[]): Note[] {
  const places = new Map<string, number[]>();
  warnings.forEach((warning, place) => {
    if (!isNote(warning)) return;
    const key = claimKey(warning);
    places.set(key, [...(places.get(key) ?? []), place]);
  });
  return [...places].flatMap(([key, at]): Note[] => {
    const all = at.flatMap((place) => warnings[place] ?? []);
    const warning = all[0];
    const held = all.some(({ severity }) => severity === "hold");
    return warning ? [{ kind: "words", key: `words ${key}`, held, warning, places: at }] : [];
  });
}

/** What two warnings about the same claim share: the rule and the words, but for case and spaces. */
function claimKey({ rule, about, start, message }: Warning): string {
  const words = about.trim().toLowerCase().replace(/\s+/g, " ");
  return `${rule} ${words || `${start} ${message}`}`;
}

/** Warnings with each claim once: what people count. */
export function distinct(warnings: Warning[]): Warning[] {
  return [...new Map(warnings.map((warning) => [claimKey(warning), warning])).values()];
}

/** How many words of a draft have each grade. */
export function gradesOf({
  claims,
}: Pick<Proof, "claims">): Record<Grade, number> & { all: number } {
  const counts = { supported: 0, contradicts: 0, no_source: 0, elsewhere: 0, all: 0 };
  for (const { grade } of claims ?? []) {
    counts[grade]++;
    counts.all++;
  }
  return counts;
}

/** Warnings that none of the lists of facts has: about the whole text, or about its form. */
export function otherWarnings({ item, lost }: Found): Warning[] {
  const shown = new Set((lost ?? []).map(({ rule, about }) => `${rule} ${about}`));
  return (item.warnings ?? []).filter(
    (warning) => warning.grade === undefined && !shown.has(`${warning.rule} ${warning.about}`),
  );
}

const losses = new Set(rules.losses);

/** How many parts of the shop's text, such as images, links and tables, the draft lacks or changed. */
export function lossesIn({ warnings }: Pick<Item, "warnings">): number {
  return (warnings ?? [])
    .filter(({ rule }) => losses.has(rule))
    .reduce((sum, { about }) => sum + (Number.parseInt(about, 10) || 1), 0);
}
