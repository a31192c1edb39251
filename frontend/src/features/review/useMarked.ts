import { useMemo } from "react";
import { isHtml } from "@/domain/fields";
import type { Item } from "@/domain/types";
import { clean, type Marked, markUp, type Ring } from "@/ui/proof/proof";
import type { View } from "./views";

/** Words that the checks speak of, to be ringed. */
function ringsOf(item: Item): Ring[] {
  return (item.warnings ?? []).flatMap((warning, index) =>
    warning.end > warning.start && warning.severity !== "info"
      ? [{ start: warning.start, end: warning.end, key: String(index) }]
      : [],
  );
}

/** Draft and original, safe to show, marked where the view asks for marks. */
export function useMarked(item: Item, view: View): Marked {
  return useMemo(() => {
    // In a conflict the words are held against what the shop has now: that is what would be lost.
    const original = item.on_shop ? item.on_shop.text : item.original;
    const input = {
      html: isHtml(item.field),
      draft: item.content,
      original,
      rings: ringsOf(item),
    };
    const marked = markUp(input);
    return view === "marks" ? marked : { ...marked, ...clean(input) };
  }, [item, view]);
}
