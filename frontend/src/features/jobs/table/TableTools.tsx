import { type ReactNode, useRef } from "react";
import { useLengths } from "@/api";
import type { ItemFilter, Job } from "@/contract";
import filters from "@/flows/filters/filters.module.css";
import { count } from "@/lib/format";
import { t } from "@/strings";
import { useKeys } from "@/ui/keys/useKeys";
import { Spring, Tools } from "@/ui/Page";
import { SearchField } from "@/ui/SearchField";
import text from "@/ui/text.module.css";
import classes from "./table.module.css";

interface TableToolsProps {
  job: Job;
  filter: ItemFilter;
  search: string;
  /** How many rows are shown. */
  shown: number | undefined;
  /** Opens further filters. */
  button: ReactNode;
  onFilter: (filter: ItemFilter) => void;
  onSearch: (search: string) => void;
}

interface Quick {
  key: ItemFilter;
  label: string;
  count: number;
}

/** The quick filters of a job's table with their counts, how many rows are shown, and the search. */
export function TableTools(props: TableToolsProps) {
  const { job, filter, search, shown, button, onFilter, onSearch } = props;
  const lengths = useLengths(job.id).data;
  const root = useRef<HTMLFieldSetElement>(null);
  const offered = quickFilters(job, lengths ?? { short: 0, long: 0 }, filter, shown);
  const keys: ItemFilter[] = [...offered.map(({ key }) => key), "all"];
  const next = () => {
    const to = keys[(keys.indexOf(filter) + 1) % keys.length];
    if (to) onFilter(to);
  };
  useKeys("page", [{ combos: ["f"], label: t.keys.nextFilter, run: next }]);
  return (
    <Tools>
      <fieldset className={classes.quick} aria-label={t.table.quick} ref={root}>
        {offered.map(({ key, label, count: n }) => (
          <button
            key={key}
            type="button"
            className={filters.pill}
            aria-pressed={key === filter}
            onClick={() => onFilter(key === filter ? "all" : key)}
          >
            <b>{count(n)}</b> {label}
          </button>
        ))}
      </fieldset>
      <Spring />
      {shown !== undefined && (
        <span className={`${text.mut} ${classes.shown}`} role="status">
          {t.table.shown(shown, job.counts.total)}
        </span>
      )}
      {button}
      <SearchField label={t.jobs.items.search} value={search} onChange={onSearch} />
    </Tools>
  );
}

/** Those with something to show, and the active one: without a pill there is no way out of it. */
export function quickFilters(
  { counts, alike }: Pick<Job, "counts" | "alike">,
  lengths: { short: number; long: number },
  active: ItemFilter,
  shown: number | undefined,
): Quick[] {
  const words = t.table;
  const all: Quick[] = [
    { key: "to_review", label: words.toReview, count: counts.to_review },
    { key: "long", label: words.long, count: lengths.long },
    { key: "short", label: words.short, count: lengths.short },
    { key: "warned", label: words.warned, count: counts.warned },
    { key: "alike", label: words.alike, count: alike.texts },
  ];
  const offered = all.filter(({ key, count: n }) => n > 0 || key === active);
  if (active === "all" || offered.some(({ key }) => key === active)) return offered;
  return [...offered, { key: active, label: t.review.filters[active], count: shown ?? 0 }];
}
