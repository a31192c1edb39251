import { Combobox } from "@mantine/core";
import "@mantine/core/styles/Popover.layer.css";
import "@mantine/core/styles/Combobox.layer.css";
import "@mantine/core/styles/ScrollArea.layer.css";
import { useId } from "@mantine/hooks";
import type { ReactNode } from "react";

interface SearchDropdownProps {
  /** What the list contains. */
  label: string;
  /** The placeholder: what can be searched. */
  find: string;
  value: string;
  onChange: (value: string) => void;
  /** The options that match. */
  children: ReactNode;
}

/** A list with a search above it, as a Combobox drops it down. */
export function SearchDropdown({ label, find, value, onChange, children }: SearchDropdownProps) {
  const list = useId();
  return (
    <Combobox.Dropdown>
      <div role="dialog" aria-label={label}>
        <Combobox.Search
          role="combobox"
          aria-expanded
          aria-controls={list}
          aria-label={find}
          placeholder={find}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
        <Combobox.Options id={list} aria-label={label}>
          {children}
        </Combobox.Options>
      </div>
    </Combobox.Dropdown>
  );
}
