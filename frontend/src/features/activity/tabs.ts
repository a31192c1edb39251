import type { ActivityFilter } from "@/contract";
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

/** The filters of the ledger; the one that is shown tells its count. */
export function activityTabs(
  current: ActivityFilter,
  total: number | undefined,
): Tab<ActivityFilter>[] {
  return filters.map(({ key, mark }) => ({
    key,
    label: t.activity[key],
    count: key === current ? total : undefined,
    mark,
  }));
}
