import { visibleText } from "@/lib/visible";
import { wordsIn } from "@/lib/words";
import { annotate, barNewBlocks, type Look, type Wrap } from "./annotate";
import { type Box, drawBoxes, markBoxes } from "./boxes";
import { compare, type Range } from "./changes";
import { plainBody, safeBody } from "./sanitize";

/** Above this share of new words a draft is marked by bars alone, and the original is plain. */
const MOSTLY_NEW = 0.6;

/** Words that a note refers to. */
export interface Ring extends Range {
  key: string;
  look?: Look | undefined;
}

export interface ProofInput {
  html: boolean;
  draft: string;
  original: string;
  rings: Ring[];
  /** Words about something else than the product. */
  asides?: Range[];
  /** Words of the original that a note of the draft quotes. */
  sources?: string[];
  /** Parts of both texts that are kept as they are. */
  boxes?: { draft: Box[]; original: Box[] } | undefined;
}

function bodyOf(text: string, html: boolean): HTMLElement {
  return html ? safeBody(text) : plainBody(text);
}

export interface Marked {
  draft: string;
  original: string;
  draftWords: number;
  originalWords: number;
  draftLength: number;
  originalLength: number;
  /** Most of the draft is new: the original has no marks for what was removed. */
  plain: boolean;
}

/** Draft and original with the marks of a proof-reader: added, removed, ringed words, kept blocks. */
export function markUp(input: ProofInput): Marked {
  const { html, draft, original, rings, asides = [], sources = [], boxes } = input;
  const [draftBoxes, originalBoxes] = html ? [boxes?.draft, boxes?.original] : [];
  const draftBody = bodyOf(markBoxes(draft, draftBoxes), html);
  const originalBody = bodyOf(markBoxes(original, originalBoxes), html);
  const after = visibleText(draftBody);
  const before = visibleText(originalBody);
  const changes = compare(before.text, after.text);
  const plain = changes.share > MOSTLY_NEW;
  const barred = barNewBlocks(
    draftBody,
    after.pieces,
    plain ? [{ start: 0, end: Number.MAX_SAFE_INTEGER }] : changes.added,
  );
  const underlined = plain ? [] : barred;
  const struck = plain ? [] : changes.removed;
  annotate(after.pieces, [
    ...rings.map((ring): Wrap => ({ ...ring, tag: "mark" })),
    ...asides.map((range): Wrap => ({ ...range, tag: "u" })),
    ...underlined.map((range): Wrap => ({ ...range, tag: "ins" })),
  ]);
  annotate(before.pieces, [
    ...sources.flatMap((words): Wrap[] => placesOf(before.text, words)),
    ...struck.map((range): Wrap => ({ ...range, tag: "del" })),
  ]);
  drawBoxes(draftBody, draftBoxes);
  drawBoxes(originalBody, originalBoxes);
  return {
    draft: draftBody.innerHTML,
    original: originalBody.innerHTML,
    draftWords: wordsIn(after.text),
    originalWords: wordsIn(before.text),
    draftLength: [...after.text].length,
    originalLength: [...before.text].length,
    plain,
  };
}

/** Where a text has some words first, as a mark. */
function placesOf(text: string, words: string): Wrap[] {
  const at = words === "" ? -1 : text.indexOf(words);
  if (at < 0) return [];
  const start = [...text.slice(0, at)].length;
  return [{ start, end: start + [...words].length, tag: "mark", look: "source" }];
}

/** The same, without marks. */
export function clean({ html, draft, original }: ProofInput): { draft: string; original: string } {
  return { draft: bodyOf(draft, html).innerHTML, original: bodyOf(original, html).innerHTML };
}
