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
 * How well a query fits a name: 4 where it is the whole name, 3 where the name begins with its first word, 2 where a
 * word does, 1 where it is somewhere in the name or in words beside it, 0 where one of its words is in neither. Half a
 * point more where each of its words is a whole one: "lamp 3" means "Lamp 3" before "Lamp 30".
 */
export function fitOf(query: string, name: string, beside = ""): number {
  const words = fold(query).split(/\s+/).filter(Boolean);
  const [first = ""] = words;
  const folded = fold(name);
  const all = `${folded} ${fold(beside)}`;
  if (!words.every((word) => all.includes(word))) return 0;
  if (folded === words.join(" ")) return 4;
  const whole = words.length > 0 && words.every((word) => isWord(word, all)) ? 0.5 : 0;
  if (folded.startsWith(first)) return 3 + whole;
  return (new RegExp(`[^\\p{L}\\p{N}]${escaped(first)}`, "u").test(folded) ? 2 : 1) + whole;
}

function isWord(word: string, text: string): boolean {
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped(word)}(?![\\p{L}\\p{N}])`, "u").test(text);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
