import type { AlikeCounts, Counts, ItemFilter, JobLengths, Shop } from "@/contract";
import { publishingWords } from "@/domain/publishingWords";
import { t } from "@/strings";
import type { MarkName } from "@/ui/Mark";
import type { Tab } from "@/ui/Tabs";

const filters: { key: ItemFilter; count: (counts: Counts) => number; mark?: MarkName }[] = [
  { key: "all", count: (c) => c.total },
  { key: "to_review", count: (c) => c.to_review },
  { key: "unpublished", count: (c) => c.unpublished, mark: "unpublished" },
  { key: "published", count: (c) => c.published, mark: "published" },
  { key: "changed", count: (c) => c.changed, mark: "changed" },
  { key: "failed", count: (c) => c.failed, mark: "failed" },
  { key: "conflict", count: (c) => c.conflict, mark: "conflict" },
  { key: "approved", count: (c) => c.approved },
  { key: "rejected", count: (c) => c.rejected, mark: "rejected" },
  { key: "warned", count: (c) => c.warned },
  { key: "waiting", count: (c) => c.waiting, mark: "queued" },
  { key: "skipped", count: (c) => c.skipped, mark: "skipped" },
];

/** These are always shown; others only with a count. */
const always: ItemFilter[] = ["all", "unpublished", "published", "failed"];

/** The filters of a job's items, with counts. */
export function itemTabs(
  { counts, alike }: { counts: Counts; alike: AlikeCounts },
  current: ItemFilter,
  shop: Pick<Shop, "kind"> | undefined,
  lengths: Off = { short: 0, long: 0 },
): Tab<ItemFilter>[] {
  return [
    ...stateTabs(counts, current, shop),
    ...lengthTabs(lengths, current),
    ...alikeTab(alike, current),
  ];
}

/** How many drafts are shorter, or longer, than their field takes. */
type Off = Pick<JobLengths, "short" | "long">;

function lengthTabs(lengths: Off, current: ItemFilter): Tab<ItemFilter>[] {
  return (["short", "long"] as const)
    .filter((key) => lengths[key] > 0 || key === current)
    .map((key) => ({ key, label: t.jobs.items[key], count: lengths[key] }));
}

/** The groups of drafts that are alike: a tab where there are some. */
function alikeTab(alike: AlikeCounts, current: ItemFilter): Tab<ItemFilter>[] {
  if (alike.groups + alike.kept === 0 && current !== "alike") return [];
  const note = alike.groups > 0 ? t.alike.inGroups(alike.groups) : t.alike.keptOnly(alike.kept);
  return [{ key: "alike", label: t.jobs.items.alike, count: alike.texts, note }];
}

function stateTabs(
  counts: Counts,
  current: ItemFilter,
  shop: Pick<Shop, "kind"> | undefined,
): Tab<ItemFilter>[] {
  return filters
    .filter(({ key, count }) => always.includes(key) || key === current || count(counts) > 0)
    .map(({ key, count, mark }) => ({
      key,
      label: key === "published" ? publishingWords(shop).published : t.jobs.items[key],
      count: count(counts),
      mark: key === "published" ? publishingWords(shop).mark : mark,
    }));
}
