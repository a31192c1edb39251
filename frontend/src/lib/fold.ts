/** Letters that are no letter with a mark to Unicode, though people type them as one. */
const LETTERS: Record<string, string> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
  ħ: "h",
};

/** A text as one searches in it: without case, accents and width. "Ångström" is "angstrom". */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[ßæœøłđðþıħ]/g, (letter) => LETTERS[letter] ?? letter);
}

/** Whether the text has what was typed, in any place: “ang” finds Ångström. */
export function contains(text: string, typed: string): boolean {
  return fold(text).includes(fold(typed.trim()));
}

const collator = new Intl.Collator(undefined, { sensitivity: "base", numeric: true });

/** The order of names as people expect it: Å beside A, "Shop 2" before "Shop 10". */
export function compareNames(a: string, b: string): number {
  return collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}

/**
 * How well a query fits a name: 3 where the name begins with it, 2 where a word does, 1 where it is somewhere in the
 * name or in words beside it, 0 where one of its words is in neither.
 */
export function fitOf(query: string, name: string, beside = ""): number {
  const words = fold(query).split(/\s+/).filter(Boolean);
  const [first = ""] = words;
  const folded = fold(name);
  const all = `${folded} ${fold(beside)}`;
  if (!words.every((word) => all.includes(word))) return 0;
  if (folded.startsWith(first)) return 3;
  return new RegExp(`[^\\p{L}\\p{N}]${escaped(first)}`, "u").test(folded) ? 2 : 1;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
