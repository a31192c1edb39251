import { useState } from "react";
import type { Field, Instructions } from "@/contract";

/** The instructions of a new job, and the name they are saved under. */
export interface Words {
  text: string;
  /** The picked ones; the job keeps their name only while the text is unchanged. */
  picked: Instructions | undefined;
  name: string;
  type: (text: string) => void;
  pick: (saved: Instructions | undefined) => void;
}

/** Saved words belong to their field: with another field only typed ones stay. */
export function useWords(field: Field): Words {
  const [text, setText] = useState("");
  const [last, setLast] = useState<Instructions>();
  const picked = last?.field === field ? last : undefined;
  const stale = last !== undefined && picked === undefined && text === last.text;
  const shown = stale ? "" : text;
  return {
    text: shown,
    picked,
    name: nameOf(picked, shown),
    type: setText,
    pick: (saved) => {
      setLast(saved);
      if (saved) setText(saved.text);
      else if (last && text === last.text) setText("");
    },
  };
}

/** The name of a job's instructions: "" once they were changed. */
export function nameOf(picked: Pick<Instructions, "name" | "text"> | undefined, text: string) {
  return picked && picked.text.trim() === text.trim() ? picked.name : "";
}
