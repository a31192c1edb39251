import { useMemo } from "react";
import type { Item } from "@/contract";
import { isHtml } from "@/domain/fields";
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

/** The draft and the shop's text, safe to show, with marks if the view shows them. */
export function useMarked(item: Item, shop: string, view: View): Marked {
  return useMemo(() => {
    const input = {
      html: isHtml(item.field),
      draft: item.content,
      original: shop,
      rings: ringsOf(item),
    };
    const marked = markUp(input);
    const written = item.state === "generated"; // without a draft nothing is struck
    return view === "marks" && written ? marked : { ...marked, ...clean(input) };
  }, [item, shop, view]);
}
