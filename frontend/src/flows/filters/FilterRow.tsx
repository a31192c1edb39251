import { lazy, Suspense } from "react";
import type { FilterRowProps } from "./FilterColumns";
import classes from "./filters.module.css";

/** Loaded when filters are first opened: a list starts without their fields. */
const FilterColumns = lazy(async () => ({
  default: (await import("./FilterColumns")).FilterColumns,
}));

/** All that the list can be narrowed to. */
export function FilterRow(props: FilterRowProps) {
  return (
    <Suspense fallback={<div id={props.id} className={classes.row} />}>
      <FilterColumns {...props} />
    </Suspense>
  );
}
