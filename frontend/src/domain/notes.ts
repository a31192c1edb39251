import type { Grade, Item, KeptBlock, LostFact, Proof, Warning, WarningKey } from "@/contract";

/** Something in a draft that asks for an answer: words of the draft, a fact or a part of the shop's text that it lacks. */
export type Note = { key: string; held: boolean } & (
  | { kind: "words"; warning: Warning }
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
    ...(item.warnings ?? []).flatMap((warning): Note[] =>
      isNote(warning)
        ? [
            {
              kind: "words",
              key: `words ${warning.rule} ${warning.start}`,
              held: warning.severity === "hold",
              warning,
            },
          ]
        : [],
    ),
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
