import { count } from "@/lib/format";

/** Texts of the product editor that are saved and not published. */
export const ownDrafts = {
  save: "Save draft",
  notPublished: (n: number) =>
    n === 1 ? "1 draft, not published" : `${count(n)} drafts, not published`,
  saved: (by: string, at: string) =>
    ["Draft, not published", by, at].filter((part) => part !== "").join(", "),
  other: (by: string, at: string) =>
    `${by === "" ? "Another window" : by} saved another draft of this text, ${at}.`,
  take: "Show that draft",
};
