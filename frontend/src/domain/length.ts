import { type LengthRule, rules } from "@/contract";

const UNITS_PER_EM = 2048;
/** Used for letters that the table lacks. */
const DIGIT = 1139;

let table: Map<number, number> | undefined;

/** Advance widths by code point, as the backend measures them. */
function widths(): Map<number, number> {
  if (table) return table;
  table = new Map();
  for (const line of rules.glyphs.split("\n")) {
    const [width, ...ranges] = line.split(/\s+/);
    for (const range of ranges) {
      const [first = "", last = first] = range.split("-");
      for (let point = Number.parseInt(first, 16); point <= Number.parseInt(last, 16); point++) {
        table.set(point, Number(width));
      }
    }
  }
  return table;
}

const NO_WIDTH = /[\p{M}\p{Cf}\p{Cc}]/u;
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

function advance(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  const known = widths().get(point);
  if (known !== undefined) return known;
  if (NO_WIDTH.test(character)) return 0;
  const signs = (point >= 0x3000 && point <= 0x303f) || (point >= 0xff01 && point <= 0xff60);
  const wide = point >= 0x1f000 || (point >= 0x1100 && (signs || WIDE.test(character)));
  return wide ? UNITS_PER_EM : DIGIT;
}

/** The width of a text in a search result, in whole pixels of Arial of that size. */
export function pixelWidth(text: string, size: number): number {
  let units = 0;
  for (const character of text) units += advance(character);
  return Math.round((units * size) / UNITS_PER_EM);
}

/** A text against the rule of its field. */
export interface Measured {
  characters: number;
  /** 0 where no width counts. */
  pixels: number;
  off: "fits" | "short" | "long";
}

/** Measures plain text while it is typed. An empty text of a field without a least length fits. */
export function measure(text: string, rule: LengthRule): Measured {
  const trimmed = text.trim();
  const characters = [...trimmed].length;
  const pixels = rule.pixels > 0 ? pixelWidth(trimmed, rule.pixel_size) : 0;
  const long =
    (rule.max > 0 && characters > rule.max) || (rule.width_counts && pixels > rule.pixels);
  return { characters, pixels, off: characters < rule.min ? "short" : long ? "long" : "fits" };
}
