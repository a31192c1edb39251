import type { KeyphraseLanguage } from "@/contract";
import { t } from "@/strings";

/** Languages that are offered although nothing is set in them. */
export const OFFERED = ["en", "de", "fr", "es", "it", "nl"];

/** The name of a language for people; its code where it has none. */
export function languageName(code: string): string {
  if (code === "") return t.keyphrases.ownLanguage;
  try {
    return new Intl.DisplayNames([t.locale.tag], { type: "language" }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** The shop's own language, those with keyphrases, and the usual ones. */
export function languageOptions(found: KeyphraseLanguage[], chosen: string) {
  const set = new Map(found.map(({ code, set }) => [code, set]));
  const others = new Set([...found.map(({ code }) => code), ...OFFERED, chosen]);
  others.delete("");
  return ["", ...others].map((code) => ({
    value: code,
    label: t.keyphrases.languageSet(languageName(code), set.get(code) ?? 0),
  }));
}
