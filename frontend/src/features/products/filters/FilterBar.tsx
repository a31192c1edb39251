import type { ProductFacets, ProductFilter } from "@/contract";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { useKeys } from "@/ui/keys/useKeys";
import { FilterChips } from "./FilterChips";

interface FilterBarProps {
  /** The id of the open row of filters. */
  row: string;
  open: boolean;
  onOpen: (open: boolean) => void;
  facets: ProductFacets | undefined;
  filter: ProductFilter;
  onFilter: (filter: ProductFilter) => void;
}

/** The active filters among a list's tools, and the button that opens the row of all of them. */
export function FilterBar({ row, open, onOpen, facets, filter, onFilter }: FilterBarProps) {
  const toggle = () => onOpen(!open);
  useKeys("page", [{ combos: ["f"], label: t.keys.filter, run: toggle }]);
  const active = Object.keys(filter).length;
  return (
    <>
      {!open && <FilterChips facets={facets} filter={filter} onFilter={onFilter} />}
      <Button
        kind="quiet"
        small
        icon={open ? "up" : "plus"}
        combo="f"
        controls={{ id: row, open }}
        onClick={toggle}
      >
        {t.products.filter.toggle(active)}
      </Button>
      {active > 0 && (
        <Button kind="quiet" small onClick={() => onFilter({})}>
          {t.products.clearFilter}
        </Button>
      )}
    </>
  );
}
