/** The words of a text without its markup, on one line: for rows and previews, not for safety. */
export function plainText(markup: string): string {
  if (!markup.includes("<") && !markup.includes("&")) return oneLine(markup);
  const spaced = markup.replace(/<(?=[a-z/])/gi, " <");
  return oneLine(new DOMParser().parseFromString(spaced, "text/html").body.textContent ?? "");
}

function oneLine(text: string): string {
  return text
    .replace(/\s+/gu, " ")
    .replace(/ ([.,;:!?])/g, "$1")
    .trim();
}
