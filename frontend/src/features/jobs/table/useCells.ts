import { useEffect, useMemo, useRef, useState } from "react";
import { describeError, useEditItem } from "@/api";
import type { Item } from "@/contract";
import { remember } from "@/flows/steps";
import { t } from "@/strings";
import { notifyPlain } from "@/ui/notify";
import type { Trouble } from "@/ui/States";
import type { HeldRows } from "./useHeldOrder";

/** A cell that is being typed in. */
export interface Editing {
  id: string;
  /** The draft that was on screen when it began. */
  revision: number;
  before: string;
  /** What is typed: it outlives the row, which scrolling removes. */
  typed: { current: string };
}

/** A text that was not saved, which stays in its cell. */
export interface Refusal {
  text: string;
  trouble: Trouble;
}

export interface Cells {
  editing: Editing | undefined;
  /** Texts on their way to be saved, by item. */
  saving: ReadonlyMap<string, string>;
  refused: ReadonlyMap<string, Refusal>;
  /** Starts editing; `text` takes the place of the draft. */
  begin: (item: Item, text?: string) => void;
  /** Saves what is typed, and goes on by so many rows; 0 ends editing. */
  commit: (by: 1 | -1 | 0) => void;
  /** Puts the draft back. */
  cancel: () => void;
  /** Saves a refused text over the draft that is there now, or forgets it. */
  insist: (item: Item) => void;
  forget: (item: Item) => void;
}

/** Editing in the cells of a table: one at a time, saved when it is left. */
export function useCells(job: string, rows: () => HeldRows): Cells {
  const [editing, setEditing] = useState<Editing>();
  const [saving, setSaving] = useState<ReadonlyMap<string, string>>(new Map());
  const [refused, setRefused] = useState<ReadonlyMap<string, Refusal>>(new Map());
  const { mutateAsync } = useEditItem(job);
  const now = useRef(editing);
  now.current = editing;

  const save = useMemo(
    () => (item: string, revision: number, before: string, text: string) => {
      setRefused((all) => without(all, item));
      if (alike(text, before)) return;
      setSaving((all) => new Map(all).set(item, text));
      mutateAsync({ item, revision, content: text })
        .then(
          (saved) => remember({ kind: "edit", job, item, revision: saved.revision, before }),
          (error: Error) =>
            setRefused((all) => new Map(all).set(item, { text, trouble: describeError(error) })),
        )
        .finally(() => setSaving((all) => without(all, item)));
    },
    [job, mutateAsync],
  );
  // A page that is left saves what was typed in it, as a cell does that is left.
  useEffect(
    () => () => {
      const open = now.current;
      if (open) save(open.id, open.revision, open.before, open.typed.current);
    },
    [save],
  );

  return useMemo(() => {
    const start = (item: Item, text = item.content) =>
      setEditing({
        id: item.id,
        revision: item.revision,
        before: item.content,
        typed: { current: text },
      });
    const leave = () => {
      const open = now.current;
      if (open) save(open.id, open.revision, open.before, open.typed.current);
      return open;
    };
    const end = () => {
      setEditing(undefined);
      focusList();
    };
    const begin = (item: Item, text?: string) => {
      if (now.current?.id === item.id) return;
      leave();
      if (item.can.edit) return start(item, text ?? refused.get(item.id)?.text);
      setEditing(undefined);
      notifyPlain(t.table.notEditable);
    };
    return {
      editing,
      saving,
      refused,
      begin,
      cancel: end,
      commit: (by) => {
        const open = leave();
        const next = open && by !== 0 ? nextRow(rows(), open.id, by) : undefined;
        if (next) start(next);
        else end();
      },
      insist: (item) => {
        const text = refused.get(item.id)?.text;
        if (text !== undefined) save(item.id, item.revision, item.content, text);
        focusList();
      },
      forget: (item) => {
        setRefused((all) => without(all, item.id));
        focusList();
      },
    };
  }, [editing, saving, refused, save, rows]);
}

/** The nearest row in that direction whose draft can be changed. */
function nextRow(rows: HeldRows, id: string, by: 1 | -1): Item | undefined {
  for (let index = rows.indexOf(id) + by; index >= 0 && index < (rows.total ?? 0); index += by) {
    const item = rows.rowAt(index);
    if (!item) return undefined;
    if (item.can.edit) return item;
  }
  return undefined;
}

/** The backend keeps plain text on one line. */
function alike(a: string, b: string): boolean {
  const line = (text: string) => text.split(/\s+/).filter(Boolean).join(" ");
  return line(a) === line(b);
}

function without<V>(all: ReadonlyMap<string, V>, key: string): ReadonlyMap<string, V> {
  if (!all.has(key)) return all;
  const rest = new Map(all);
  rest.delete(key);
  return rest;
}

/** Where the keys of the list are heard. */
function focusList() {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('[role="grid"]')?.focus());
}
