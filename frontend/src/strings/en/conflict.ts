import { count } from "@/lib/format";
import { many } from "./words";

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
  regenerateOneText:
    "It is written from the shop’s text, which the draft then replaces. The draft that stands now is kept as an earlier revision.",
  many: "Conflicts",
  count: (n: number) => `${count(n)} in conflict`,
  manyNote: "The shop’s texts changed after the drafts were written.",
  keepTheirsMany: (n: number) => `Keep theirs ${count(n)}`,
  useMineMany: (n: number) => `Use mine ${count(n)}…`,
  regenerateMany: (n: number) => `Regenerate ${count(n)} from theirs…`,
  regenerateTitle: (n: number) => `Write ${many(n, "draft")} again from the shop’s texts?`,
  regenerateButton: (n: number) => `Write ${count(n)} again`,
  regenerateText:
    "The drafts are then for the texts on the shop now, and wait for review. Those that stand now are kept as earlier revisions.",
  cost: (about: string, n: number) => `about ${about} for ${many(n, "draft")}`,
  regenerated: (n: number) => `${many(n, "draft")} written again from the shop’s texts.`,
  regeneratedSome: (written: number, failed: number, why: string) =>
    `${count(written)} written again, ${count(failed)} not: ${why}`,
};
