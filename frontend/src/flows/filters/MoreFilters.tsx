import { NumberInput } from "@mantine/core";
import type { ProductFilter, ProductHistory } from "@/contract";
import { t } from "@/strings";
import { Picker } from "@/ui/Picker";
import { useTyped } from "@/ui/useTyped";
import classes from "./filters.module.css";
import { withPart } from "./parts";

interface MoreFiltersProps {
  filter: ProductFilter;
  onFilter: (filter: ProductFilter) => void;
}

const HISTORIES = ["", "never_written", "written", "published"] as const satisfies readonly (
  | ProductHistory
  | ""
)[];

/** Length, score and what Galley has done. */
export function MoreFilters({ filter, onFilter }: MoreFiltersProps) {
  const words = t.products.filter;
  return (
    <fieldset className={classes.column} aria-label={words.more}>
      <h2>{words.more}</h2>
      <div className={classes.more}>
        <NumberField
          label={words.shorter}
          unit={words.unitWords}
          max={100_000}
          value={filter.shorter_than ?? 0}
          onChange={(n) => onFilter(withPart(filter, "shorter_than", n))}
        />
        <NumberField
          label={words.score}
          unit={words.unitScore}
          max={100}
          value={filter.score_below ?? 0}
          onChange={(n) => onFilter(withPart(filter, "score_below", n))}
        />
        <span>{words.groups.history}</span>
        <Picker
          label={words.groups.history}
          small
          value={filter.history ?? ""}
          options={HISTORIES.map((value) => ({
            value,
            label: value === "" ? words.any : words.historyLabels[value],
          }))}
          onChange={(history) => onFilter(withPart(filter, "history", history))}
        />
      </div>
    </fieldset>
  );
}

interface NumberFieldProps {
  label: string;
  unit: string;
  max: number;
  /** 0 for none. */
  value: number;
  onChange: (value: number) => void;
}

function NumberField({ label, unit, max, value, onChange }: NumberFieldProps) {
  const { typed, type } = useTyped(value, onChange);
  return (
    <>
      <span>{label}</span>
      <NumberInput
        size="xs"
        hideControls
        aria-label={`${label}, ${unit}`}
        placeholder={unit}
        min={0}
        max={max}
        clampBehavior="strict"
        allowDecimal={false}
        allowNegative={false}
        value={typed || ""}
        onChange={(next) => type(Number(next) || 0)}
      />
    </>
  );
}
