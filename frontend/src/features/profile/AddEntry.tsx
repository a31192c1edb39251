import { TextInput } from "@mantine/core";
import { useState } from "react";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import classes from "./profile.module.css";

interface AddEntryProps {
  /** The list that the entry is added to. */
  list: string;
  hint: string;
  onAdd: (entry: string) => void;
}

/** A line in which an entry is typed; Enter adds it. */
export function AddEntry({ list, hint, onAdd }: AddEntryProps) {
  const [text, setText] = useState("");
  const add = () => {
    onAdd(text);
    setText("");
  };
  return (
    <div className={classes.add}>
      <TextInput
        size="xs"
        aria-label={t.profile.addTo(list)}
        placeholder={hint}
        maxLength={200}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          event.preventDefault();
          add();
        }}
      />
      <Button small icon="plus" disabled={text.trim() === ""} onClick={add}>
        {t.profile.add}
      </Button>
    </div>
  );
}
