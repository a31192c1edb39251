import { t } from "@/strings";
import { useKeys } from "@/ui/keys/useKeys";
import type { Notes } from "./useNotes";

/** On an element that unfolds its note when it gets the focus. */
export const NOTE = "data-note";

/**
 * Tab goes from the unfolded note to the next, from anywhere but another control. After the last one it goes on as
 * everywhere.
 */
export function useNextNote(notes: Notes | undefined): void {
  const { all = [], focused } = notes ?? {};
  const elements = () =>
    all.flatMap((note) => {
      const found = document.querySelector<HTMLElement>(`[${NOTE}="${CSS.escape(note.key)}"]`);
      return found?.offsetParent ? [found] : [];
    });
  const next = () => {
    const list = elements();
    const at = list.findIndex((element) => element.getAttribute(NOTE) === focused?.key);
    return list[at + 1];
  };
  const isElsewhere = () => {
    const active = document.activeElement;
    return (
      active?.matches("button, a, input, textarea, select, summary") && !active.hasAttribute(NOTE)
    );
  };
  useKeys("dialog", [
    {
      combos: ["tab"],
      label: t.review.keys.nextNote,
      run: () => next()?.focus(),
      get off() {
        return isElsewhere() || next() === undefined;
      },
      first: true,
    },
  ]);
}
