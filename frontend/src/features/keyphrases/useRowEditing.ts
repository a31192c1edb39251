import { useCallback, useMemo, useState } from "react";
import {
  describeError,
  type KeyphraseList,
  perform,
  placeOf,
  useConfirmKeyphrases,
  useSetKeyphrase,
} from "@/api";
import type { KeyphraseRow } from "@/contract";
import { notifyTrouble } from "@/ui/notify";
import type { RowActions } from "./keyphraseColumns";

/** The part of what rows do that is about their field. */
export type RowEditing = Omit<RowActions, "choose" | "guess">;

export const idOf = (row: KeyphraseRow) => row.place.id;

const fail = (error: Error) => notifyTrouble(describeError(error));

/** Editing in the row: Enter saves, or confirms a guess that was left as it is, and moves on. */
export function useRowEditing(shop: string, language: string, list: KeyphraseList): RowEditing {
  const [editing, setEditing] = useState<string>();
  const set = useSetKeyphrase(shop);
  const confirm = useConfirmKeyphrases(shop);
  const { rowAt, total } = list;

  const after = useCallback(
    (row: KeyphraseRow) => {
      for (let index = 0; index < (total ?? 0); index++) {
        if (rowAt(index)?.place.id === row.place.id) return rowAt(index + 1);
      }
      return undefined;
    },
    [rowAt, total],
  );
  return useMemo(
    () => ({
      editing,
      edit: (row) => setEditing(idOf(row)),
      cancel: () => {
        setEditing(undefined);
        focusList();
      },
      confirm: (row) => perform(confirm, [placeOf(row.place, language)], { onError: fail }),
      done: (row, typed, next) => {
        const following = next ? after(row) : undefined;
        if (typed !== row.text) {
          perform(set, { at: placeOf(row.place, language), text: typed }, { onError: fail });
        } else if (row.source === "guess") {
          perform(confirm, [placeOf(row.place, language)], { onError: fail });
        }
        setEditing(following && idOf(following));
        if (next && !following) focusList();
      },
    }),
    [editing, language, set, confirm, after],
  );
}

/** Where the keys of the list are heard. */
function focusList() {
  document.querySelector<HTMLElement>('[role="grid"]')?.focus();
}
