import { useEffect, useRef } from "react";
import type { FacetsOf } from "@/api";
import type { ProductFacets, ProductFilter } from "@/contract";
import { FilterColumn } from "./FilterColumn";
import classes from "./filters.module.css";
import { MoreFilters } from "./MoreFilters";
import { facetsOf, LISTS, toggled, withPart } from "./parts";

export interface FilterRowProps {
  id: string;
  /** Whose values are looked for. */
  of: FacetsOf;
  facets: ProductFacets | undefined;
  filter: ProductFilter;
  onFilter: (filter: ProductFilter) => void;
  onClose: () => void;
}

/** All that the list can be narrowed to. Values of a column mean “or”, columns “and”. */
export function FilterColumns({ id, of, facets, filter, onFilter, onClose }: FilterRowProps) {
  const row = useRef<HTMLDivElement>(null);
  const ready = facets !== undefined;
  useEffect(() => {
    if (ready) row.current?.querySelector("input")?.focus();
  }, [ready]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes it from any of its fields
    <div
      ref={row}
      id={id}
      className={classes.row}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onClose();
      }}
    >
      {LISTS.map((part) => {
        const values = facetsOf(facets, part);
        return (
          values.length > 0 && (
            <FilterColumn
              key={part}
              of={of}
              part={part}
              values={values}
              chosen={filter[part] ?? []}
              onToggle={(value) => onFilter(toggled(filter, part, value))}
              onClear={() => onFilter(withPart(filter, part, []))}
            />
          )
        );
      })}
      <MoreFilters filter={filter} onFilter={onFilter} />
    </div>
  );
}
