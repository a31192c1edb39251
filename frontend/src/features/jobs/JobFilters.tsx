import { useId, useState } from "react";
import { type Narrowing, useProductFacets } from "@/api";
import type { ItemFilter, Job, ProductFilter } from "@/contract";
import { placeOf } from "@/domain/fields";
import { FilterBar } from "@/flows/filters/FilterBar";
import { FilterChips } from "@/flows/filters/FilterChips";
import { FilterRow } from "@/flows/filters/FilterRow";
import classes from "@/flows/filters/filters.module.css";
import { t } from "@/strings";

interface JobFiltersProps {
  job: Job;
  filter: ItemFilter;
  narrowing: Narrowing;
  onNarrow: (narrowing: Narrowing) => void;
}

/** Filters that hold beside the one that is shown. */
const ALSO = ["warned", "short", "long"] as const satisfies readonly ItemFilter[];

/** What the list of a job is narrowed to: conditions of the drafts, and what their products are. */
export function JobFilters({ job, filter, narrowing, onNarrow }: JobFiltersProps) {
  const { also, product } = narrowing;
  const row = useId();
  const [open, setOpen] = useState(false);
  const ofProducts = placeOf(job.field) !== "collection";
  const of = { shop: job.shop_id, search: "", filter: product, job: job.id };
  const facets = useProductFacets(of, ofProducts && (open || Object.keys(product).length > 0)).data;
  const onFilter = (next: ProductFilter) => onNarrow({ also, product: next });
  const toggle = (one: ItemFilter) =>
    onNarrow({
      also: also.includes(one) ? also.filter((other) => other !== one) : [...also, one],
      product,
    });
  return (
    <>
      <div className={classes.line}>
        {ofProducts && (
          <FilterBar
            row={row}
            combo="shift+f"
            open={open}
            onOpen={setOpen}
            filter={product}
            onFilter={onFilter}
          />
        )}
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
      {open && (
        <FilterRow
          id={row}
          of={of}
          facets={facets}
          filter={product}
          onFilter={onFilter}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
