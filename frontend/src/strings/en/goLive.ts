import { type FieldName, fieldCount } from "./words";

/** The question before a job whose drafts go to the shop without anybody reading them. */
export const goLive = {
  title: (n: number, field: FieldName) => `Publish ${fieldCount(n, field)} without review?`,
  shop: "Shop",
  onlyEmpty: "Only empty fields are filled. A text that appears in the meantime is kept.",
  replaces: (n: number) =>
    n === 1
      ? "It replaces what the shop has now. The earlier text is kept and can be put back."
      : "They replace what the shop has now. The earlier texts are kept and can be put back.",
  heldBack:
    "Drafts with unsupported claims are held back for review, and so are drafts too much like another text. The first of these is published.",
  cost: (words: string) => `Cost: ${words}.`,
  write: (n: number, field: FieldName) => `Write and publish ${fieldCount(n, field)}`,
  ask: (n: number, field: FieldName) => `Write and publish ${fieldCount(n, field)}…`,
  askSample: "Write and publish a sample of ten…",
};
