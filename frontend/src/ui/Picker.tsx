import { NativeSelect } from "@mantine/core";

interface PickerProps<K extends string> {
  label: string;
  options: { value: K; label: string }[];
  value: K;
  small?: boolean;
  title?: string;
  onChange: (value: K) => void;
}

/** A choice of many, in the system's own list. The label is for screen readers; the surroundings show it. */
export function Picker<K extends string>(props: PickerProps<K>) {
  const { label, options, value, small, title, onChange } = props;
  return (
    <NativeSelect
      aria-label={label}
      title={title}
      size={small ? "xs" : "sm"}
      data={options}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value as K)}
    />
  );
}
