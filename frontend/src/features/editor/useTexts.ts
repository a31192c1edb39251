import { useLayoutEffect, useMemo, useState } from "react";
import type { OwnDraft, OwnText } from "@/contract";
import {
  type AnyDesk,
  differing,
  type Edits,
  editsOfTyped,
  type Holder,
  holderOf,
  keptOver,
  markKept,
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
  differing: TextState[];
  /** Those that would be lost with the page. */
  unsaved: TextState[];
  type: (state: TextState, text: string) => void;
  /** The shop's text is shown again. A saved draft of it goes with the next save. */
  putBack: (state: TextState) => void;
  /** Keeps the edit, although the shop's text changed since. */
  keep: (state: TextState) => void;
  /** Another window's draft is shown in the place of what was typed. */
  takeDraft: (state: TextState) => void;
  /** What was typed is to replace the draft of another window, after both were seen. */
  keepMine: (state: TextState) => void;
  noteSent: (states: TextState[]) => void;
  noteKept: (states: TextState[], own: OwnDraft[]) => void;
  discard: () => void;
  /** Goes on with texts that were typed on another page: over what is shown, each with what it was to replace. */
  resume: (typed: OwnText[]) => void;
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
    differing: useMemo(() => differing(states), [states]),
    unsaved: open,
    type: (state, text) =>
      setEdits((now) => ({
        ...now,
        [state.key]: typed(
          state,
          now[state.key]?.sent ? state.edit : (now[state.key] ?? state.edit),
          text,
        ),
      })),
    putBack: (state) =>
      state.own
        ? setEdits((now) => ({
            ...now,
            [state.key]: {
              text: state.now.text,
              expected: state.now,
              saw: state.own?.revision ?? 0,
            },
          }))
        : without([state.key]),
    takeDraft: (state) => without([state.key]),
    keepMine: (state) =>
      setEdits((now) => ({
        ...now,
        [state.key]: { ...(now[state.key] ?? keptOver(state)), saw: state.own?.revision ?? 0 },
      })),
    noteKept: (kept, own) => setEdits((now) => markKept(now, kept, own)),
    keep: (state) => setEdits((now) => ({ ...now, [state.key]: keptOver(state) })),
    noteSent: (sent) => setEdits((now) => markSent(now, sent)),
    resume: (texts) => setEdits((now) => ({ ...now, ...editsOfTyped(texts) })),
    discard: () => without(open.map((state) => state.key)),
  };
}
