import { inertBody } from "./inert";

/** The words of a text without its markup, on one line: for rows and previews, not for safety. */
export function plainText(markup: string): string {
  if (!markup.includes("<") && !markup.includes("&")) return oneLine(markup);
  const spaced = markup.replace(/<(?=[a-z/])/gi, " <");
  return oneLine(inertBody(spaced).textContent ?? "");
}

/** At most that many characters, ending with a whole word. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = text.lastIndexOf(" ", most);
  return `${text.slice(0, end > 0 ? end : most)}…`;
}

function oneLine(text: string): string {
  return text
    .replace(/\s+/gu, " ")
    .replace(/ ([.,;:!?])/g, "$1")
    .trim();
}
