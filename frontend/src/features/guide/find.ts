import { fold } from "@/lib/fold";
import { type Section, wordsOf } from "./markdown";

/** The sections that have all words of a query, in the heading or below it; only their blocks with a word of it. */
export function findInGuide(sections: Section[], query: string): Section[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return sections;
  return sections.flatMap((section) => {
    const title = fold(section.title);
    const blocks = section.blocks.map((block) => ({ block, text: fold(wordsOf(block)) }));
    const all = [title, ...blocks.map(({ text }) => text)].join(" ");
    if (!words.every((word) => all.includes(word))) return [];
    const hits = blocks.filter(({ text }) => words.some((word) => text.includes(word)));
    const shown = hits.length > 0 ? hits : blocks;
    return [{ ...section, blocks: shown.map(({ block }) => block) }];
  });
}

/** A text in parts that are found and parts that are not. */
export function parted(text: string, query: string): { text: string; hit: boolean }[] {
  const words = query.trim().toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [{ text, hit: false }];
  const any = new RegExp(`(${words.map(escaped).join("|")})`, "giu");
  return text
    .split(any)
    .map((part, index) => ({ text: part, hit: index % 2 === 1 }))
    .filter((part) => part.text !== "");
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
