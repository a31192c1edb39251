import { type ReactNode, useId } from "react";
import classes from "./Segments.module.css";

interface SegmentsProps<K extends string> {
  label: string;
  options: { value: K; label: ReactNode }[];
  value: K;
  onChange: (value: K) => void;
  wide?: boolean;
  disabled?: boolean;
}

/** A choice of a few short words, side by side: radio buttons, which the browser gives their keys. */
export function Segments<K extends string>(props: SegmentsProps<K>) {
  const { label, options, value, onChange, wide, disabled } = props;
  const name = useId();
  return (
    <div
      className={classes.segments}
      role="radiogroup"
      aria-label={label}
      data-wide={wide || undefined}
    >
      {options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            disabled={disabled}
            onChange={() => onChange(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </div>
  );
}
