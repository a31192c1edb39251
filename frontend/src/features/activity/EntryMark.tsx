import { useShop } from "@/api";
import type { Activity } from "@/contract";
import { publishingWords } from "@/domain/publishingWords";
import { Mark } from "@/ui/Mark";

/** How a write ended. For a shop that was opened from a file a text was collected, not published. */
export function EntryMark({ entry }: { entry: Activity }) {
  const shop = useShop(entry.shop.id);
  return <Mark of={entry.mark === "published" ? publishingWords(shop).mark : entry.mark} />;
}
