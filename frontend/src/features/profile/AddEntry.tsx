import { TextInput } from "@mantine/core";
import { useState } from "react";
import { t } from "@/strings";
import classes from "./profile.module.css";

interface AddEntryProps {
  /** The list that the entry is added to. */
  list: string;
  hint: string;
  onAdd: (entry: string) => void;
  onClose: () => void;
}

/** A line in which entries are typed. Enter adds one and stays; leaving adds what is typed and closes. */
export function AddEntry({ list, hint, onAdd, onClose }: AddEntryProps) {
  const [text, setText] = useState("");
  const add = () => {
    if (text.trim() !== "") onAdd(text);
    setText("");
  };
  return (
    <TextInput
      className={classes.entry}
      size="xs"
      autoFocus
      aria-label={t.profile.addTo(list)}
      placeholder={hint}
      maxLength={200}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => {
        add();
        onClose();
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter") {
          event.preventDefault();
          add();
        }
        if (event.key === "Escape") {
          event.stopPropagation();
          setText("");
          onClose();
        }
      }}
    />
  );
}
