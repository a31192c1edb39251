import { TextInput } from "@mantine/core";
import { useRef } from "react";
import { t } from "@/strings";
import { Icon } from "./Icon";
import { Kbd } from "./Kbd";
import { useKeys } from "./keys/useKeys";
import classes from "./SearchField.module.css";
import { useTyped } from "./useTyped";

interface SearchFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
}

/** The search of a list: `/` focuses it, Enter returns to the list, Escape clears it first. */
export function SearchField({ label, value, onChange }: SearchFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  const { typed, type, tell } = useTyped(value, onChange);
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
      onChange={(event) => type(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== "Escape" && event.key !== "Enter") return;
        event.preventDefault();
        const next = event.key === "Enter" ? typed : "";
        tell(next);
        field.current?.blur();
      }}
    />
  );
}
