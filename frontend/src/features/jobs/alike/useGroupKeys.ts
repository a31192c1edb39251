import { useState } from "react";
import type { AlikeGroup } from "@/contract";
import { t } from "@/strings";
import { useKeys } from "@/ui/keys/useKeys";
import { positionOf } from "./AlikeMembers";

/** The groups that are open, chosen and current, and the keys for them. */
export function useGroupKeys(
  groups: AlikeGroup[],
  { onPreview, onRegenerate }: { onPreview: (position: number) => void; onRegenerate: () => void },
) {
  const [current, setCurrent] = useState<string>();
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const at = Math.max(
    0,
    groups.findIndex(({ id }) => id === current),
  );
  const here = groups[at];
  const go = (step: number) => {
    const to = groups[Math.min(groups.length - 1, Math.max(0, at + (current ? step : 0)))];
    if (!to) return;
    setCurrent(to.id);
    focusGroup(to.id);
  };
  const toggleOpen = (id: string, to = !open.has(id)) => setOpen(withMember(open, id, to));
  const toggle = (id: string) => setChosen(withMember(chosen, id, !chosen.has(id)));
  const clear = () => setChosen(new Set());
  const off = groups.length === 0;

  useKeys("page", [
    { combos: ["arrowdown", "j"], label: t.keys.next, run: () => go(1), off, repeats: true },
    { combos: ["arrowup", "k"], label: t.keys.previous, run: () => go(-1), off, repeats: true },
    {
      combos: ["arrowright"],
      label: t.keys.openRow,
      run: () => here && toggleOpen(here.id, true),
      off,
    },
    {
      combos: ["arrowleft"],
      label: t.common.close,
      run: () => here && toggleOpen(here.id, false),
      off,
    },
    { combos: ["x"], label: t.keys.select, run: () => here && toggle(here.id), off },
    {
      combos: ["space"],
      label: t.jobs.items.preview,
      run: () => {
        const draft = here?.drafts?.[0];
        if (draft) onPreview(positionOf(draft.item_id));
      },
      off,
    },
    {
      combos: ["g"],
      label: t.jobs.items.regenerate,
      run: onRegenerate,
      off: off || chosen.size === 0,
    },
    { combos: ["escape"], label: t.keys.clear, run: clear, off: chosen.size === 0 },
  ]);
  const shown = groups.filter(({ id }) => chosen.has(id));
  return { current, setCurrent, open, toggleOpen, chosen: shown, toggle, clear };
}

function withMember(set: ReadonlySet<string>, member: string, is: boolean): ReadonlySet<string> {
  const next = new Set(set);
  if (is) next.add(member);
  else next.delete(member);
  return next;
}

function focusGroup(id: string) {
  const row = document.querySelector<HTMLElement>(`[data-group="${CSS.escape(id)}"]`);
  row?.scrollIntoView({ block: "nearest" });
  row?.querySelector<HTMLElement>("[aria-expanded]")?.focus({ preventScroll: true });
}
