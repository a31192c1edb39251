import { rules } from "@/contract";

const like = /\{\{?\s*[\p{L}_][\p{L}\p{N}_. ]{0,40}\}?\}/gu;

/** The words in braces that look like a placeholder and are none, each once. */
export function unknownIn(text: string): string[] {
  const known = new Set(rules.placeholders.map((one) => one.name));
  return [...new Set(text.match(like) ?? [])].filter((name) => !known.has(name));
}

/** A text with a word added at its end. */
export function withWord(text: string, word: string): string {
  return text === "" || text.endsWith(" ") ? text + word : `${text} ${word}`;
}
