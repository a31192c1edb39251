import { useLayoutEffect, useMemo, useState } from "react";
import {
  type AnyDesk,
  type Edits,
  type Holder,
  holderOf,
  keptOver,
  markSent,
  type TextState,
  textStates,
  typed,
  unsaved,
} from "@/domain/desk";

export interface Texts {
  /** What has the texts. */
  of: Holder;
  states: TextState[];
  /** Those that differ from the shop and are not on their way. */
  unsaved: TextState[];
  edits: Edits;
  type: (state: TextState, text: string) => void;
  /** Drops the edit: the shop's text is shown again. */
  putBack: (state: TextState) => void;
  /** Keeps the edit, although the shop's text changed since. */
  keep: (state: TextState) => void;
  noteSent: (states: TextState[]) => void;
  discard: () => void;
}

/** A person's edits, compared with the shop's texts and kept here until saved. */
export function useTexts(desk: AnyDesk, onUnsaved: (count: number) => void): Texts {
  const [edits, setEdits] = useState<Edits>({});
  const states = useMemo(() => textStates(desk, edits), [desk, edits]);
  const open = useMemo(() => unsaved(states), [states]);
  const count = open.length;
  useLayoutEffect(() => {
    onUnsaved(count);
    return () => onUnsaved(0);
  }, [onUnsaved, count]);

  const without = (keys: string[]) =>
    setEdits((now) =>
      Object.fromEntries(Object.entries(now).filter(([key]) => !keys.includes(key))),
    );
  return {
    of: holderOf(desk),
    states,
    unsaved: open,
    edits,
    type: (state, text) =>
      setEdits((now) => ({ ...now, [state.key]: typed(state, now[state.key], text) })),
    putBack: (state) => without([state.key]),
    keep: (state) => setEdits((now) => ({ ...now, [state.key]: keptOver(state) })),
    noteSent: (sent) => setEdits((now) => markSent(now, sent)),
    discard: () => without(open.map((state) => state.key)),
  };
}
