import { isNarrowed, type Narrowing, useProductFacets } from "@/api";
import type { ItemFilter, Job, ProductFilter } from "@/contract";
import { placeOf } from "@/domain/fields";
import { FilterBar } from "@/flows/filters/FilterBar";
import { FilterChips } from "@/flows/filters/FilterChips";
import { FilterRow } from "@/flows/filters/FilterRow";
import classes from "@/flows/filters/filters.module.css";
import { t } from "@/strings";

interface JobFilterButtonProps {
  job: Job;
  row: string;
  open: boolean;
  onOpen: (open: boolean) => void;
  narrowing: Narrowing;
  onNarrow: (narrowing: Narrowing) => void;
}

/** Opens all that the list can be narrowed to, and takes it away. */
export function JobFilterButton(props: JobFilterButtonProps) {
  const { row, open, onOpen, narrowing, onNarrow } = props;
  return (
    <FilterBar
      row={row}
      combo="shift+f"
      open={open}
      onOpen={onOpen}
      filter={narrowing.product}
      more={narrowing.also.length}
      onFilter={() => onNarrow({ also: [], product: {} })}
    />
  );
}

interface JobFiltersProps {
  row: string;
  open: boolean;
  onOpen: (open: boolean) => void;
  job: Job;
  filter: ItemFilter;
  narrowing: Narrowing;
  onNarrow: (narrowing: Narrowing) => void;
}

/** Filters that hold beside the one that is shown. */
const ALSO = ["warned", "short", "long"] as const satisfies readonly ItemFilter[];

/** What the list of a job is narrowed to: conditions of the drafts, and what their products are. */
export function JobFilters(props: JobFiltersProps) {
  const { job, filter, narrowing, onNarrow, row, open, onOpen } = props;
  const { also, product } = narrowing;
  const ofProducts = placeOf(job.field) !== "collection";
  const of = { shop: job.shop_id, search: "", filter: product, job: job.id };
  const facets = useProductFacets(of, ofProducts && (open || Object.keys(product).length > 0)).data;
  const onFilter = (next: ProductFilter) => onNarrow({ also, product: next });
  const toggle = (one: ItemFilter) =>
    onNarrow({
      also: also.includes(one) ? also.filter((other) => other !== one) : [...also, one],
      product,
    });
  if (!open && !isNarrowed(narrowing)) return null;
  return (
    <>
      <div className={classes.line}>
        <fieldset className={classes.quick} aria-label={t.jobFilters.also}>
          {ALSO.filter((one) => one !== filter).map((one) => (
            <button
              key={one}
              type="button"
              className={classes.pill}
              aria-pressed={also.includes(one)}
              onClick={() => toggle(one)}
            >
              {t.jobs.items[one]}
            </button>
          ))}
        </fieldset>
        {!open && <FilterChips facets={facets} filter={product} onFilter={onFilter} />}
      </div>
      {open && ofProducts && (
        <FilterRow
          id={row}
          of={of}
          facets={facets}
          filter={product}
          onFilter={onFilter}
          onClose={() => onOpen(false)}
        />
      )}
    </>
  );
}
