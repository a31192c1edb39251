import { count } from "@/lib/format";

/** Texts of the product editor that are saved and not published. */
export const ownDrafts = {
  save: "Save draft",
  saved: (by: string, at: string) =>
    ["Draft, not published", by, at].filter((part) => part !== "").join(", "),
  other: (by: string, at: string) =>
    `${by === "" ? "Another window" : by} saved another draft of this text, ${at}.`,
  take: "Show that draft",
  typed: {
    label: "Texts that were typed and not saved",
    left: (person: string, n: number, at: string) =>
      `${person || "Somebody"} typed ${n === 1 ? "a text" : `${count(n)} texts`} here at ${at} and did not save ${n === 1 ? "it" : "them"}, in another window or before Galley closed.`,
    strip: (n: number, title: string) =>
      n === 1
        ? `Texts of “${title}” were typed and not saved.`
        : `Texts of ${count(n)} products and collections were typed and not saved, the last of “${title}”.`,
    goOn: (n: number) => (n === 1 ? "Continue with it" : "Continue with them"),
    drop: "Discard it",
  },
};
