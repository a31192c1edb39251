import { SegmentedControl } from "@mantine/core";
import "@mantine/core/styles/SegmentedControl.layer.css";
import "@mantine/core/styles/FloatingIndicator.layer.css";
import type { ReactNode } from "react";

interface SegmentsProps<K extends string> {
  label: string;
  options: { value: K; label: ReactNode }[];
  value: K;
  onChange: (value: K) => void;
  wide?: boolean;
  disabled?: boolean;
}

/** A choice of a few short words, side by side. */
export function Segments<K extends string>(props: SegmentsProps<K>) {
  const { label, options, value, onChange, wide, disabled } = props;
  return (
    <SegmentedControl
      aria-label={label}
      data={options}
      value={value}
      disabled={disabled ?? false}
      fullWidth={wide ?? false}
      onChange={(next) => onChange(next as K)}
    />
  );
}
