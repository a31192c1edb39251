import { count } from "@/lib/format";
import { MarkIcon, type MarkName } from "./Mark";
import classes from "./Tabs.module.css";

export interface Tab<K extends string> {
  key: K;
  label: string;
  /** How many rows the filter shows; undefined while it is not known. */
  count: number | undefined;
  mark?: MarkName | undefined;
}

interface TabsProps<K extends string> {
  label: string;
  tabs: Tab<K>[];
  value: K;
  onChange: (key: K) => void;
}

/** Filters with their counts. Pressed buttons, not tabs of a tab list: they narrow one list. */
export function Tabs<K extends string>({ label, tabs, value, onChange }: TabsProps<K>) {
  return (
    <fieldset className={classes.tabs}>
      <legend className={classes.legend}>{label}</legend>
      {tabs.map((tab) => (
        <button
          key={tab.key}
          type="button"
          aria-pressed={tab.key === value}
          onClick={() => onChange(tab.key)}
        >
          {tab.mark && <MarkIcon of={tab.mark} />}
          {tab.label}
          <b>{tab.count === undefined ? "" : count(tab.count)}</b>
        </button>
      ))}
    </fieldset>
  );
}
