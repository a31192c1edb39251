import type { ActivityFilter, Shop } from "@/contract";
import { publishingWords } from "@/domain/publishingWords";
import { t } from "@/strings";
import type { MarkName } from "@/ui/Mark";
import type { Tab } from "@/ui/Tabs";

const filters: { key: ActivityFilter; mark?: MarkName }[] = [
  { key: "all" },
  { key: "published", mark: "published" },
  { key: "undone", mark: "undone" },
  { key: "conflict", mark: "conflict" },
  { key: "failed", mark: "failed" },
];

/** The filters of the ledger; the current one shows its count. */
export function activityTabs(
  current: ActivityFilter,
  total: number | undefined,
  shop: Pick<Shop, "kind"> | undefined,
): Tab<ActivityFilter>[] {
  return filters.map(({ key, mark }) => ({
    key,
    label: key === "published" ? publishingWords(shop).published : t.activity[key],
    count: key === current ? total : undefined,
    mark: key === "published" ? publishingWords(shop).mark : mark,
  }));
}
