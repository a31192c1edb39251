import type { ProductFacets, ProductFilter } from "@/contract";
import { t } from "@/strings";
import { Icon } from "@/ui/Icon";
import classes from "./filters.module.css";
import { activeParts, withPart } from "./parts";

interface FilterChipsProps {
  facets: ProductFacets | undefined;
  filter: ProductFilter;
  onFilter: (filter: ProductFilter) => void;
}

/** The active filters but the quick ones, each with a way to remove it. */
export function FilterChips({ facets, filter, onFilter }: FilterChipsProps) {
  const parts = activeParts(filter, facets).filter(({ part }) => part !== "without");
  if (parts.length === 0) return null;
  return (
    <fieldset className={classes.chips} aria-label={t.products.filter.bar}>
      {parts.map(({ part, name, word }) => (
        <span key={part} className={classes.chip}>
          {name} <b title={word}>{word}</b>
          <button
            type="button"
            aria-label={t.products.filter.remove(name, word)}
            onClick={() => onFilter(withPart(filter, part, undefined))}
          >
            <Icon shape="close" small />
          </button>
        </span>
      ))}
    </fieldset>
  );
}
