import { useShop } from "@/api";
import type { Activity } from "@/contract";
import { markOfActivity } from "@/domain/activity";
import { publishingWords } from "@/domain/shop";
import { Mark } from "@/ui/Mark";

/** How a write ended. For a shop that was opened from a file a text was collected, not published. */
export function EntryMark({ entry }: { entry: Activity }) {
  const shop = useShop(entry.shop.id);
  const mark = markOfActivity(entry);
  return <Mark of={mark === "published" ? publishingWords(shop).mark : mark} />;
}
