import { lazy, Suspense, useState } from "react";
import type { ProductFilter } from "@/contract";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { Icon } from "@/ui/Icon";
import { useKeys } from "@/ui/keys/useKeys";
import classes from "./FilterBar.module.css";
import { FILTER_PARTS, type FilterPart, filterWord } from "./filterParts";

const FilterMenu = lazy(() => import("./FilterMenu"));

interface FilterBarProps {
  shop: string;
  filter: ProductFilter;
  onFilter: (filter: ProductFilter) => void;
}

/** The active filters, each with a way to remove it. */
export function FilterBar({ shop, filter, onFilter }: FilterBarProps) {
  const [open, setOpen] = useState(false);
  const words = t.products.filter;
  // Until its field is mounted, typed keys must not open or select anything behind it.
  useKeys("question", [], open);
  useKeys("page", [{ combos: ["f"], label: t.keys.filter, run: () => setOpen(true) }]);
  const remove = (part: FilterPart) => {
    const { [part]: _, ...rest } = filter;
    onFilter(rest);
  };
  const button = (
    <Button kind="quiet" small icon="plus" combo="f" onClick={() => setOpen(true)}>
      {words.add}
    </Button>
  );
  return (
    <fieldset className={classes.parts} aria-label={words.bar}>
      {FILTER_PARTS.flatMap((part) => {
        const value = filter[part];
        if (value === undefined) return [];
        const word = filterWord(part, value);
        return (
          <span key={part} className={classes.part}>
            {words.groups[part]} <b>{word}</b>
            <button
              type="button"
              aria-label={words.remove(words.groups[part], word)}
              onClick={() => remove(part)}
            >
              <Icon shape="close" small />
            </button>
          </span>
        );
      })}
      {open ? (
        <Suspense fallback={button}>
          <FilterMenu
            shop={shop}
            onPick={(part, value) => onFilter({ ...filter, [part]: value })}
            onClose={() => setOpen(false)}
          >
            {button}
          </FilterMenu>
        </Suspense>
      ) : (
        button
      )}
    </fieldset>
  );
}
