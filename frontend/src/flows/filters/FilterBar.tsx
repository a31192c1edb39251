import type { ProductFilter } from "@/contract";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { useKeys } from "@/ui/keys/useKeys";

interface FilterBarProps {
  /** The id of the open row of filters. */
  row: string;
  open: boolean;
  onOpen: (open: boolean) => void;
  filter: ProductFilter;
  combo?: string;
  /** Active filters of another kind. */
  more?: number;
  onFilter: (filter: ProductFilter) => void;
}

/** The button that opens the row of all filters, and the one that takes all away. */
export function FilterBar({
  row,
  open,
  onOpen,
  filter,
  onFilter,
  combo = "f",
  more = 0,
}: FilterBarProps) {
  const toggle = () => onOpen(!open);
  useKeys("page", [{ combos: [combo], label: t.keys.filter, run: toggle }]);
  const active = Object.keys(filter).length + more;
  return (
    <>
      <Button
        kind="quiet"
        small
        icon={open ? "up" : "plus"}
        combo={combo}
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
