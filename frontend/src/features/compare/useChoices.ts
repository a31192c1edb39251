import { useState } from "react";
import type { ComparedDrafts } from "@/contract";
import { t } from "@/strings";
import { useKeys } from "@/ui/keys/useKeys";
import { type Choices, choose, type Side } from "./choice";

/** The current row, the opened one, and what is kept, with the keys that change them. */
export function useChoices(pairs: ComparedDrafts[]) {
  const [choices, setChoices] = useState<Choices>({});
  const [at, setAt] = useState(0);
  const [open, setOpen] = useState<string>();
  const current = pairs[at];
  const words = t.compare.keys;
  const keep = (some: ComparedDrafts[], side: Side) =>
    setChoices((before) => choose(before, some, side));
  const toggle = (id: string) => setOpen((before) => (before === id ? undefined : id));
  const step = (by: number) =>
    setAt((before) => Math.min(Math.max(before + by, 0), pairs.length - 1));
  const keepCurrent = (side: Side) => {
    if (!current) return;
    keep([current], side);
    step(1);
  };
  useKeys("page", [
    { combos: ["1"], label: words.a, run: () => keepCurrent("a") },
    { combos: ["2"], label: words.b, run: () => keepCurrent("b") },
    { combos: ["shift+digit1"], label: words.allA, run: () => keep(pairs, "a") },
    { combos: ["shift+digit2"], label: words.allB, run: () => keep(pairs, "b") },
    { combos: ["arrowdown", "j"], label: words.next, run: () => step(1) },
    { combos: ["arrowup", "k"], label: words.previous, run: () => step(-1) },
    {
      combos: ["space"],
      label: words.open,
      off: !current,
      run: () => current && toggle(current.a.place.id),
    },
  ]);
  return { choices, at, open, keep, toggle, go: setAt };
}
