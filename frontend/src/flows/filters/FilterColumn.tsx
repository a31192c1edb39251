import { Checkbox, TextInput } from "@mantine/core";
import { useState } from "react";
import type { FacetsOf } from "@/api";
import { type Facet, rules } from "@/contract";
import { count } from "@/lib/format";
import { t } from "@/strings";
import classes from "./filters.module.css";
import { type ListPart, wordOf } from "./parts";
import { useFoundFacets } from "./useFoundFacets";

interface FilterColumnProps {
  of: FacetsOf;
  part: ListPart;
  values: Facet[];
  chosen: string[];
  onToggle: (value: string) => void;
  onClear: () => void;
}

/** With more values than these, one can search among them. */
const SEARCHED_FROM = 8;

/** The values of one part, those chosen before first; any of those passes. */
export function FilterColumn({ of, part, values, chosen, onToggle, onClear }: FilterColumnProps) {
  const words = t.products.filter;
  const [text, setText] = useState("");
  const name = words.groups[part];
  const found = useFoundFacets(of, part, values, text);
  const [atFirst] = useState(chosen); // rows do not jump while they are ticked
  const isFirst = (one: Facet) => atFirst.includes(one.value);
  const shown = [...found.filter(isFirst), ...found.filter((one) => !isFirst(one))];
  return (
    <fieldset className={classes.column} aria-label={name}>
      <h2>
        {name}
        <span>{words.chosen(chosen.length, values.length)}</span>
        {chosen.length > 0 && (
          <button type="button" onClick={onClear} aria-label={words.clear(name)}>
            {t.common.clear}
          </button>
        )}
      </h2>
      {values.length > SEARCHED_FROM && (
        <TextInput
          size="xs"
          type="search"
          aria-label={words.findIn(name)}
          placeholder={words.findIn(name)}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      )}
      <div className={classes.values}>
        {shown.map((one) => (
          <Checkbox
            key={one.value}
            size="xs"
            classNames={{ body: classes.value, labelWrapper: classes.valueLabel }}
            checked={chosen.includes(one.value)}
            onChange={() => onToggle(one.value)}
            label={
              <>
                <span title={wordOf(part, one)}>{wordOf(part, one)}</span>
                <span>{count(one.count)}</span>
              </>
            }
          />
        ))}
      </div>
      {values.length >= rules.limits.facets && <p>{words.mostFrequent(rules.limits.facets)}</p>}
    </fieldset>
  );
}
