import { useDebouncedValue } from "@mantine/hooks";
import { useEffect, useMemo, useRef, useState } from "react";
import { describeError, keepUnsaved, mendText, noteEditing, useJudged } from "@/api";
import type { Mend, Proof, WarningKey } from "@/contract";
import { keyOf } from "@/domain/notes";
import { notifyTrouble } from "@/ui/notify";
import type { Editor } from "../useEditor";

/** How long a person may go on typing until the text is judged, or kept, in milliseconds. */
const JUDGE_AFTER = 250;
const KEEP_AFTER = 500;

/** How an answer to a note changes the text that is being typed. */
export interface Typed {
  mend: (mend: Mend) => void;
  keep: (warning: WarningKey) => void;
}

export interface Paper {
  /** The draft as it is typed, as the checks see it; the saved one until they have answered. */
  proof: Proof;
  /** The draft before the edit, while it is edited. */
  was: Proof | undefined;
  typed: Typed | undefined;
  /** Warnings put aside while typing: saved with the text. */
  kept: WarningKey[];
}

/** A draft that is being edited: judged and kept while the person types. */
export function usePaper(proof: Proof, editor: Editor): Paper {
  const { item } = proof;
  const { editing, edit, text, put, current } = editor;
  const [kept, setKept] = useState<{ item: string; keys: WarningKey[] }>({ item: "", keys: [] });
  const keys = kept.item === item.id && editing ? kept.keys : NONE;
  const now = useMemo(() => ({ edit, text }), [edit, text]);
  const [last] = useDebouncedValue(now, JUDGE_AFTER);
  // Until the first text of an edit has settled, the debounced text still belongs to the previous edit.
  const settled = editing && last.edit === edit ? last.text : undefined;
  const { data } = useJudged({ job: item.job_id, item: item.id, edit }, settled, keys);
  useKeeping(item.id, editor);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each edit begins without any
  useEffect(() => setKept({ item: item.id, keys: [] }), [item.id, editing]);

  const typedProof = useMemo((): Proof => {
    if (!editing) return proof;
    if (!data || settled === undefined) return { ...proof, item: { ...item, content: text } };
    const { score, warnings, claims, lost, blocks } = data;
    return { ...proof, item: { ...item, content: settled, score, warnings }, claims, lost, blocks };
  }, [editing, data, proof, item, settled, text]);

  const typed = useMemo((): Typed | undefined => {
    if (!editing) return undefined;
    const now = () => current.current?.() ?? text;
    return {
      mend: (mend) => {
        const before = now();
        mendText(item.id, before, mend).then(
          (after) => now() === before && put(after),
          (error: Error) => notifyTrouble(describeError(error)),
        );
      },
      keep: (warning) => setKept({ item: item.id, keys: [...keys, keyOf(warning)] }),
    };
  }, [editing, current, text, item.id, put, keys]);
  return { proof: typedProof, was: editing ? proof : undefined, typed, kept: keys };
}

const NONE: WarningKey[] = [];

/** Keeps what is typed in the data file, at the latest when the page is hidden. */
function useKeeping(item: string, { editing, dirty, text, base, current, open }: Editor): void {
  const [settled] = useDebouncedValue(text, KEEP_AFTER);
  const latest = useRef<(leaving?: boolean) => void>(undefined);
  const { revision } = base;
  useEffect(() => {
    if (editing && dirty && settled === text)
      void keepUnsaved(item, revision, settled).catch(quiet);
  }, [editing, dirty, item, revision, settled, text]);
  useEffect(() => {
    latest.current = (leaving) => {
      const now = current.current?.() ?? text;
      if (open.current && editing && now !== base.text)
        void keepUnsaved(item, revision, now, leaving).catch(quiet);
    };
  });
  useEffect(() => noteEditing(editing ? item : undefined), [editing, item]);
  useEffect(() => {
    const keep = () => latest.current?.();
    const leave = () => latest.current?.(true);
    window.addEventListener("pagehide", leave);
    document.addEventListener("visibilitychange", keep);
    return () => {
      window.removeEventListener("pagehide", leave);
      document.removeEventListener("visibilitychange", keep);
      // The page of the draft is left, by any way.
      noteEditing(undefined);
      keep();
    };
  }, []);
}

/** Without an answer the text is here still; saving says what is wrong. */
const quiet = () => {};
