import type { Activity } from "@/contract";
import { plainText } from "@/lib/plainText";
import { t } from "@/strings";
import { isHtml } from "./fields";

export type ActivityMark = "published" | "undone" | "conflict" | "failed";

/** The word for how a write ended; each has its mark. */
export function markOfActivity({ result, kind, again }: Activity): ActivityMark {
  if (result === "conflict" || result === "failed") return result;
  return kind === "undo" && !again ? "undone" : "published";
}

/** Details beside the word. */
export function noteOfActivity(entry: Activity): string {
  const words = t.activity;
  if (entry.result === "conflict") return entry.kind === "undo" ? words.leftAlone : "";
  if (entry.result === "failed") return "";
  if (entry.undone) return undoPublishes(entry) ? words.againSince : words.since;
  if (entry.again) return words.again;
  if (entry.result === "late") return words.late;
  return entry.result === "already_there" ? words.there : "";
}

/** The first words of the text to write. */
export function wordsOfActivity({ field, after }: Activity): string {
  const shown = isHtml(field) ? plainText(after.text) : after.text;
  return shown.slice(0, 400);
}

/** The undo of such an entry publishes a text again instead of removing it. */
export function undoPublishes({ kind, again }: Activity): boolean {
  return kind === "undo" && !again;
}
