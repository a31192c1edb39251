import { annotate, barNewBlocks, type Wrap } from "./annotate";
import { compare, type Range } from "./changes";
import { plainBody, safeBody } from "./sanitize";
import { visibleText } from "./visible";

/** Above this share of new words a draft is marked by bars alone. */
const MOSTLY_NEW = 0.6;

/** Words that a note refers to. */
export interface Ring extends Range {
  key: string;
}

export interface ProofInput {
  html: boolean;
  draft: string;
  original: string;
  rings: Ring[];
}

function bodyOf(text: string, html: boolean): HTMLElement {
  return html ? safeBody(text) : plainBody(text);
}

/**
 * Words as the checks count them: hyphens and apostrophes are part of a word, points part of a figure; in scripts
 * without spaces, each character is a word.
 */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{M}\p{N}]+(?:(?:[-'’‑]|(?<=\p{N})[.,](?=\p{N}))[\p{L}\p{M}\p{N}]+)*/gu;

export const wordsIn = (text: string) => text.match(WORD)?.length ?? 0;

export interface Marked {
  draft: string;
  original: string;
  draftWords: number;
  originalWords: number;
  draftLength: number;
  originalLength: number;
}

/** Draft and original with the marks of a proof-reader: added words, removed words, ringed words. */
export function markUp({ html, draft, original, rings }: ProofInput): Marked {
  const draftBody = bodyOf(draft, html);
  const originalBody = bodyOf(original, html);
  const after = visibleText(draftBody);
  const before = visibleText(originalBody);
  const changes = compare(before.text, after.text);
  const barred = barNewBlocks(
    draftBody,
    after.pieces,
    changes.share > MOSTLY_NEW ? [{ start: 0, end: Number.MAX_SAFE_INTEGER }] : changes.added,
  );
  const underlined = changes.share > MOSTLY_NEW ? [] : barred;
  const wraps: Wrap[] = [
    ...rings.map((ring): Wrap => ({ ...ring, tag: "mark" })),
    ...underlined.map((range): Wrap => ({ ...range, tag: "ins" })),
  ];
  annotate(after.pieces, wraps);
  annotate(
    before.pieces,
    changes.removed.map((range): Wrap => ({ ...range, tag: "del" })),
  );
  return {
    draft: draftBody.innerHTML,
    original: originalBody.innerHTML,
    draftWords: wordsIn(after.text),
    originalWords: wordsIn(before.text),
    draftLength: [...after.text].length,
    originalLength: [...before.text].length,
  };
}

/** The same, without marks. */
export function clean({ html, draft, original }: ProofInput): { draft: string; original: string } {
  return { draft: bodyOf(draft, html).innerHTML, original: bodyOf(original, html).innerHTML };
}
