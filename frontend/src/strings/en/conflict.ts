import { count } from "@/lib/format";

/** A conflict: the shop's text changed after the draft was written. */
export const conflict = {
  written: "When the draft was written",
  now: "On the shop now",
  draft: "Draft",
  compare: "Compare",
  keepTheirs: "Keep theirs",
  useMine: "Use mine…",
  editTogether: "Edit together",
  startFromTheirs: "Start from theirs",
  regenerate: "Regenerate from theirs…",
  many: "Conflicts",
  count: (n: number) => `${count(n)} in conflict`,
  manyNote: "The shop’s texts changed after the drafts were written.",
  keepTheirsMany: (n: number) => `Keep theirs ${count(n)}`,
  useMineMany: (n: number) => `Use mine ${count(n)}…`,
  regenerateMany: (n: number) => `Regenerate ${count(n)} from theirs…`,
  regenerateText: (n: number) =>
    n === 1
      ? "It is written from the shop’s text, which the draft then replaces. The current draft is kept as an earlier revision."
      : "They are written from the shop’s texts, which the drafts then replace, and wait for review. The current drafts are kept as earlier revisions.",
};
