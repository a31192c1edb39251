const WORD = /[\p{L}\p{N}\p{M}]/u;
const LETTER = /\p{L}/u;
const DIGIT = /\p{Nd}/u;
/** In scripts without spaces each character is a word. */
const WHOLE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/**
 * How many words a text has, as the checks count them (markup.WordCount): hyphens and apostrophes are part of a word,
 * points part of a figure. src/testing/words.json has the cases that both are tested with.
 */
export function wordsIn(text: string): number {
  const characters = [...text];
  let count = 0;
  let inside = false;
  characters.forEach((character, i) => {
    if (WHOLE.test(character)) {
      count++;
      inside = false;
    } else if (WORD.test(character)) {
      if (!inside) count++;
      inside = true;
    } else if (inside) {
      inside = joins(characters[i - 1] ?? "", character, characters[i + 1] ?? "");
    }
  });
  return count;
}

/** Whether a character within a word does not end it. */
function joins(previous: string, character: string, next: string): boolean {
  const both = (kind: RegExp) => kind.test(previous) && kind.test(next) && !WHOLE.test(next);
  if ("-‐‑".includes(character)) return both(WORD);
  if ("'’".includes(character)) return both(LETTER);
  if (".,".includes(character)) return both(DIGIT);
  return false;
}
