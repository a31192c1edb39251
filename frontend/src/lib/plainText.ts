import { inertBody, plainForms } from "./inert";
import { visibleText } from "./visible";

/**
 * The words of a text that people see, on one line: for rows and previews, not for safety. What scripts, styles and
 * other hidden elements contain is not among them.
 */
export function plainText(markup: string): string {
  if (!markup.includes("<") && !markup.includes("&")) return oneLine(markup);
  return oneLine(visibleText(plainForms(inertBody(markup))).text);
}

/** At most that many characters, ending with a whole word. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = text.lastIndexOf(" ", most);
  return `${text.slice(0, end > 0 ? end : most)}…`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}
