import { diffWordsWithSpace } from "diff";

/** A span of visible text, in code points, end exclusive. */
export interface Range {
  start: number;
  end: number;
}

export interface Changes {
  added: Range[];
  removed: Range[];
  /** The share of the new text that was not in the old one, 0 to 1. */
  share: number;
}

/** The comparison gives up after this time: two long and very different texts are "all new". */
const PATIENCE_MS = 300;

const points = (text: string) => [...text].length;
const letters = (text: string) => points(text.replace(/\s+/g, ""));

/** Word by word: additions to and removals from the old text. */
export function compare(before: string, after: string): Changes {
  const parts = diffWordsWithSpace(before, after, { timeout: PATIENCE_MS });
  if (!parts) {
    const all = { added: whole(after), removed: whole(before) };
    return { ...all, share: after === "" ? 0 : 1 };
  }
  const added: Range[] = [];
  const removed: Range[] = [];
  let [at, was, fresh, total] = [0, 0, 0, 0];
  for (const part of parts) {
    const length = points(part.value);
    if (part.added) added.push({ start: at, end: at + length });
    if (part.removed) removed.push({ start: was, end: was + length });
    if (!part.removed) {
      at += length;
      total += letters(part.value);
    }
    if (!part.added) was += length;
    if (part.added) fresh += letters(part.value);
  }
  return {
    added: joined(added, [...after]),
    removed: joined(removed, [...before]),
    share: total === 0 ? 0 : fresh / total,
  };
}

/** Spans separated only by space become one: words that changed together. */
function joined(ranges: Range[], characters: string[]): Range[] {
  const result: Range[] = [];
  for (const range of ranges) {
    const last = result.at(-1);
    const between = last && characters.slice(last.end, range.start).join("");
    if (last && between !== undefined && /^[^\S\n]*$/.test(between)) last.end = range.end;
    else result.push({ ...range });
  }
  return result;
}

function whole(text: string): Range[] {
  return text === "" ? [] : [{ start: 0, end: points(text) }];
}
