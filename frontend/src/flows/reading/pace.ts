import { t } from "@/strings";

/** The time that so many drafts take; "" while the person's pace is not known. */
export function paceOf(secondsPerDraft: number | undefined, drafts: number): string {
  return secondsPerDraft && drafts > 0 ? t.inbox.about(secondsPerDraft * drafts * 1000) : "";
}
