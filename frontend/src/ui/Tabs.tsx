import { useRef } from "react";
import { count } from "@/lib/format";
import { t } from "@/strings";
import { useKeys } from "./keys/useKeys";
import { MarkIcon, type MarkName } from "./Mark";
import classes from "./Tabs.module.css";

export interface Tab<K extends string> {
  key: K;
  label: string;
  /** How many rows the filter shows; undefined while unknown. */
  count: number | undefined;
  mark?: MarkName | undefined;
  /** Quiet words after the count. */
  note?: string | undefined;
  /** It is set apart from those before it. */
  divided?: boolean;
}

interface TabsProps<K extends string> {
  label: string;
  tabs: Tab<K>[];
  value: K;
  onChange: (key: K) => void;
}

/**
 * Filters with their counts. Pressed buttons, not tabs of a tab list: they narrow one list. F goes
 * from one to the next.
 */
export function Tabs<K extends string>({ label, tabs, value, onChange }: TabsProps<K>) {
  const root = useRef<HTMLFieldSetElement>(null);
  const next = () => {
    const to = (tabs.findIndex((tab) => tab.key === value) + 1) % tabs.length;
    const tab = tabs[to];
    if (tab) onChange(tab.key);
    root.current?.querySelectorAll("button")[to]?.focus();
  };
  useKeys("page", [{ combos: ["f"], label: t.keys.nextFilter, run: next }]);
  return (
    <fieldset className={classes.tabs} ref={root}>
      <legend className={classes.legend}>{label}</legend>
      {tabs.map((tab) => (
        <button
          key={tab.key}
          type="button"
          aria-pressed={tab.key === value}
          data-divided={tab.divided || undefined}
          onClick={() => onChange(tab.key)}
        >
          {tab.mark && <MarkIcon of={tab.mark} />}
          {tab.label}
          <b>{tab.count === undefined ? "" : count(tab.count)}</b>
          {tab.note && <span>{tab.note}</span>}
        </button>
      ))}
    </fieldset>
  );
}
