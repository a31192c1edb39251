import { count } from "@/lib/format";
import { many } from "./words";

/** The draft as it is edited on the paper. */
export const paper = {
  editing: "Editing on the page",
  editingSource: "Editing the source",
  editingAlt: "Editing the alt text",
  keptHere: "kept as it is",
  keptCount: (n: number) => `${many(n, "element")} kept as ${n === 1 ? "it is" : "they are"}`,
  since: (n: number) => `${n > 0 ? "+" : "−"}${count(Math.abs(n))} since you began`,
  sourceOnly: "Opened as source: rich text cannot hold all of it.",
  asYouType: "as you type",
  block: "Kind of paragraph",
  plainBlock: "Paragraph",
  revision: (n: number) => `from revision ${count(n)}`,
  discard: "Discard edit…",
  leave: "Stop editing",
  justSave: "Just save",
  saveAndApprove: "Save and approve",
  was: "before",
  clickToEdit: "Click into the text to edit it",
  unsaved: {
    label: "Unsaved edit",
    left: (person: string, at: string) =>
      `${person || "Somebody"} typed into this draft at ${at} and did not save it, in another window or before Galley closed.`,
    also: (person: string, at: string) =>
      `${person || "Somebody"} is typing into this draft in another window too: last at ${at}. The one who saves second sees both texts.`,
    goOn: "Continue with it",
    drop: "Discard it",
    strip: (n: number, title: string) =>
      n === 1
        ? `An edit of “${title}” was typed and not saved.`
        : `${many(n, "edit")} were typed and not saved, the last one of “${title}”.`,
    stripRest: (person: string, at: string) =>
      `Last typed${person === "" ? "" : ` by ${person}`} at ${at}. Kept until saved or discarded.`,
    open: "Open it",
  },
  overtaken: {
    label: "Changed meanwhile",
    text: (n: number, person: string, at: string) =>
      `Revision ${count(n)} was saved by ${person || "somebody else"} while you were typing${at === "" ? "" : `, ${at}`}. Your text is as you typed it, theirs is beside it.`,
    keepMine: "Keep mine, replace theirs on saving",
    takeTheirs: "Take theirs",
    column: (n: number) => `Saved meanwhile: revision ${count(n)}`,
    by: (person: string) => (person === "" ? "" : `by ${person}`),
  },
};
