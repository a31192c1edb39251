import { count } from "@/lib/format";
import { many } from "./words";

interface Said {
  what: string;
  count: number;
  left: number;
  title: string;
  job: string;
}

const what: Record<string, [one: string, more: string]> = {
  approved: ["approving", "approving"],
  rejected: ["rejecting", "rejecting"],
  open: ["reopening", "reopening"],
  edit: ["the edit of", "the edit of"],
  keep: ["the answer to a warning of", "the answers to warnings of"],
};

/** Undo and redo of decisions and edits. */
export const undo = {
  redoLast: "Redo what was undone last",
  nothing: {
    undo: "Nothing to undo: no decision or edit of this window is left. Publications are taken back by Undo….",
    redo: "Nothing to redo.",
  },
  notThis:
    "The last edit cannot be undone this way: it settled a conflict or a text that was published. Its earlier text is among the revisions.",
  said: (way: "undo" | "redo", { what: kind, count: n, left, title, job }: Said) => {
    const start = way === "undo" ? "Undone" : "Done again";
    const stays =
      left > 0 ? ` ${many(left, "draft")} ${left === 1 ? "stays" : "stay"}, changed since.` : "";
    if (n === 0) return `Nothing was changed.${stays}`;
    const [one, more] = what[kind] ?? ["", ""];
    const of = n === 1 ? `${one} “${title}”` : `${more} ${count(n)} drafts`;
    return `${start}: ${of}, job ${job}.${stays}`;
  },
};
