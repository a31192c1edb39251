import { TextInput } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { t } from "@/strings";
import { Icon } from "./Icon";
import { Kbd } from "./Kbd";
import { useKeys } from "./keys/useKeys";
import classes from "./SearchField.module.css";

interface SearchFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
}

/** How long typing must pause before the list follows. */
const REST_MS = 120;

/** The search of a list: `/` focuses it, Enter returns to the list, Escape clears it first. */
export function SearchField({ label, value, onChange }: SearchFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed === value) return;
    const timer = setTimeout(() => onChange(typed), REST_MS);
    return () => clearTimeout(timer);
  }, [typed, value, onChange]);
  const enter = () => {
    field.current?.focus();
    field.current?.select();
  };
  useKeys("page", [{ combos: ["/"], label: t.keys.search, run: enter }]);

  return (
    <TextInput
      ref={field}
      type="search"
      className={classes.find ?? ""}
      aria-label={label}
      placeholder={label}
      value={typed}
      spellCheck={false}
      leftSection={<Icon shape="search" small />}
      rightSection={typed === "" ? <Kbd combo="/" /> : undefined}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== "Escape" && event.key !== "Enter") return;
        event.preventDefault();
        const next = event.key === "Enter" ? typed : "";
        setTyped(next);
        onChange(next);
        field.current?.blur();
      }}
    />
  );
}
