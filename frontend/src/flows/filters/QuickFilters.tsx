import type { ReactNode } from "react";
import type { Field, ProductFacets, ProductFilter } from "@/contract";
import { isRequired } from "@/domain/fields";
import { count } from "@/lib/format";
import { t } from "@/strings";
import classes from "./filters.module.css";
import { facetsOf, toggled } from "./parts";

interface QuickFiltersProps {
  facets: ProductFacets | undefined;
  filter: ProductFilter;
  onFilter: (filter: ProductFilter) => void;
  /** The other active filters, where the row of all filters does not show them. */
  children?: ReactNode;
}

/** What is missing, with its number, one press away: “912 have no description”. */
export function QuickFilters({ facets, filter, onFilter, children }: QuickFiltersProps) {
  const offered = facetsOf(facets, "without").filter(
    ({ value, count: n }) =>
      !isRequired(value as Field) && (n > 0 || filter.without?.includes(value)),
  );
  return (
    <div className={classes.line}>
      {offered.length > 0 && (
        <fieldset className={classes.quick} aria-label={t.products.filter.quick}>
          {offered.map(({ value, count: n }) => (
            <button
              key={value}
              type="button"
              className={classes.pill}
              aria-pressed={filter.without?.includes(value) ?? false}
              onClick={() => onFilter(toggled(filter, "without", value))}
            >
              <b>{count(n)}</b> {t.products.filter.lacking(value as Field, n)}
            </button>
          ))}
        </fieldset>
      )}
      {children}
    </div>
  );
}
