import type { Activity } from "@/contract";
import { plainText } from "@/lib/plainText";
import { t } from "@/strings";
import { isHtml } from "./fields";

/** Details beside the word. */
export function noteOfActivity(entry: Activity): string {
  const words = t.activity;
  if (entry.result === "conflict") return entry.kind === "undo" ? words.leftAlone : "";
  if (entry.result === "failed") return "";
  if (entry.undone) return entry.removes ? words.againSince : words.since;
  if (entry.again) return words.again;
  if (entry.result === "late") return words.late;
  return entry.result === "already_there" ? words.there : "";
}

/** The first words of the text to write. */
export function wordsOfActivity({ field, after }: Activity): string {
  const shown = isHtml(field) ? plainText(after.text) : after.text;
  return shown.slice(0, 400);
}
