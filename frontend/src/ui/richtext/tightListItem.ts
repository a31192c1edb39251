import { ListItem } from "@tiptap/extension-list";

const LOOSE = "data-loose";

/**
 * A list item as shops write it: its words are directly in it. The editor wraps them in a paragraph; an item that
 * had one from the start keeps it.
 */
export const TightListItem = ListItem.extend({
  addAttributes() {
    return {
      loose: {
        default: false,
        parseHTML: (element) => element.querySelector(":scope > p") !== null,
        renderHTML: ({ loose }) => (loose ? { [LOOSE]: "" } : {}),
      },
    };
  },
});

/** Takes out the paragraphs that only the editor needs, and the marks of those that stay. */
export function unwrapTightItems(body: HTMLElement): void {
  for (const item of body.querySelectorAll("li")) {
    if (item.hasAttribute(LOOSE)) {
      item.removeAttribute(LOOSE);
      continue;
    }
    const [first, second] = item.children;
    const single = second?.localName !== "p";
    if (first?.localName === "p" && single) first.replaceWith(...first.childNodes);
  }
}
