/** The text as people search for it: without case and without marks over letters. */
export function folded(text: string): string {
  return text
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replaceAll("æ", "ae")
    .replaceAll("ø", "o")
    .replaceAll("ł", "l");
}

/** Whether the text has what was typed, wherever it is in it: “ang” finds Ångström. */
export function contains(text: string, typed: string): boolean {
  return folded(text).includes(folded(typed.trim()));
}
