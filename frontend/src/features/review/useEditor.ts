import { type RefObject, useEffect, useRef, useState } from "react";
import { describeError, dropUnsaved, useEditItem } from "@/api";
import type { Item, KeptBlock, SeenChange, UnsavedEdit } from "@/contract";
import { limitOf } from "@/domain/fields";
import { remember } from "@/flows/steps";
import type { Trouble } from "@/ui/States";

/** Where the caret goes, in pixels of the window. */
export interface Caret {
  left: number;
  top: number;
}

export interface Editor {
  editing: boolean;
  /** Which edit of the page it is, from 1; 0 while none is. */
  edit: number;
  text: string;
  dirty: boolean;
  busy: boolean;
  trouble: Trouble | undefined;
  /** The field's limit in characters, if Shopify has one. */
  limit: { most: number; hard: boolean } | undefined;
  tooLong: boolean;
  /** The text and revision that the edit began with. */
  base: { text: string; revision: number };
  caret: Caret | undefined;
  /** The last text that was put in from outside. */
  outside: { n: number; text: string };
  /** Answers with the text as it is now, where the text that was typed last is not read yet. */
  current: RefObject<(() => string) | undefined>;
  /** Whether the edit goes on, also before the page is rendered again. */
  open: RefObject<boolean>;
  start: (caret?: Caret) => void;
  /** Goes on with what was typed and not saved, on the text that it began with. */
  resume: (edit: UnsavedEdit, began: string) => void;
  type: (text: string) => void;
  /** Puts a text in the place of the typed one. */
  put: (text: string) => void;
  /** Saves and ends the edit; then is called with the item as saved. */
  save: (then?: (saved: Item) => void) => void;
  /** The kept blocks that the text lacks: saving waits for an answer. */
  asks: KeptBlock[] | undefined;
  saveWithout: () => void;
  stayEditing: () => void;
  stop: () => void;
  /** Another revision was saved while the person typed: a save would be refused until this is settled. */
  overtaken: boolean;
  /** The person has seen the other revision: a save replaces it. */
  keepMine: () => void;
  /** The other revision is what the person goes on from. */
  takeTheirs: () => void;
}

interface Session {
  edit: number;
  item: string;
  text: string;
  base: { text: string; revision: number };
  from: SeenChange | undefined;
  caret: Caret | undefined;
}

/** A person's text in the place of a draft: kept here until it is saved as the next revision. */
export function useEditor(job: string, item: Item, blocks: KeptBlock[] = NONE): Editor {
  const edit = useEditItem(job);
  const [open, setOpen] = useState<Session>();
  const [asks, setAsks] = useState<KeptBlock[]>();
  const [outside, setOutside] = useState({ n: 0, text: "" });
  const current = useRef<() => string>(undefined);
  const after = useRef<(saved: Item) => void>(undefined);
  /** Whether something of this edit may be kept in the data file. */
  const typed = useRef(false);
  const isOpen = useRef(false);
  const edits = useRef(0);
  const { reset } = edit;
  // Another item, another text: nothing typed is carried over.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the item changes
  useEffect(() => {
    setOpen(undefined);
    reset();
  }, [item.id, reset]);

  const session = open?.item === item.id ? open : undefined;
  const base = session?.base ?? { text: item.content, revision: item.revision };
  const limit = limitOf(item.field);
  const lengthOver = (text: string) => limit?.hard === true && [...text].length > limit.most;
  const now = () => current.current?.() ?? session?.text ?? "";
  const begin = (text: string, from: Session["base"], change?: SeenChange, caret?: Caret) => {
    typed.current = text !== from.text;
    isOpen.current = true;
    setOutside({ n: 0, text: "" });
    edits.current++;
    setOpen({ edit: edits.current, item: item.id, text, base: from, from: change, caret });
  };
  const put = (text: string, base_?: Session["base"]) => {
    typed.current = true;
    setOutside(({ n }) => ({ n: n + 1, text }));
    setOpen((was) => was && { ...was, text, base: base_ ?? was.base });
  };
  const stop = () => {
    isOpen.current = false;
    setOpen(undefined);
    setAsks(undefined);
    edit.reset();
    if (typed.current) void dropUnsaved(item.id).catch(() => {}); // then it is offered again, and is not lost
  };
  const send = () => {
    if (!session) return;
    setAsks(undefined);
    edit.mutate(
      { item: item.id, revision: base.revision, content: now(), from: session.from },
      {
        onSuccess: (saved) => {
          remember({ kind: "edit", job, item: item.id, revision: saved.revision });
          stop();
          after.current?.(saved);
        },
      },
    );
  };
  return {
    editing: session !== undefined,
    edit: session?.edit ?? 0,
    text: session?.text ?? "",
    dirty: session !== undefined && session.text !== base.text,
    busy: edit.isPending,
    trouble: edit.error ? describeError(edit.error) : undefined,
    limit,
    tooLong: lengthOver(session?.text ?? ""),
    base,
    caret: session?.caret,
    outside,
    current,
    open: isOpen,
    start: (caret) => {
      // A text that was changed on the shop since is the start of the next draft.
      const { changed } = item;
      const from = changed && { publication_id: changed.publication_id, seen_at: changed.seen_at };
      const text = changed?.on_shop.text ?? item.content;
      begin(text, { text, revision: item.revision }, from ?? undefined, caret);
    },
    resume: (unsaved, began) => begin(unsaved.content, { text: began, revision: unsaved.revision }),
    type: (text) => {
      typed.current = true;
      setOpen((was) => was && { ...was, text });
    },
    put,
    save: (then) => {
      if (!session) return;
      const text = now();
      if (lengthOver(text)) return;
      after.current = then;
      if (text === base.text) {
        stop();
        then?.(item);
        return;
      }
      const lost = session.from ? NONE : lostBlocks(item.content, text, blocks);
      if (lost.length > 0) setAsks(lost);
      else send();
    },
    asks,
    saveWithout: send,
    stayEditing: () => setAsks(undefined),
    stop,
    overtaken: session !== undefined && base.revision !== item.revision,
    keepMine: () =>
      setOpen((was) => was && { ...was, base: { ...was.base, revision: item.revision } }),
    takeTheirs: () => put(item.content, { text: item.content, revision: item.revision }),
  };
}

const NONE: KeptBlock[] = [];

/** The kept blocks of a draft whose bytes another text of it does not have. */
export function lostBlocks(draft: string, text: string, blocks: KeptBlock[]): KeptBlock[] {
  const characters = [...draft];
  let rest = text;
  return blocks.filter(({ in_place, start, end }) => {
    if (!in_place) return false;
    const bytes = characters.slice(start, end).join("");
    const at = rest.indexOf(bytes);
    if (at < 0) return true;
    rest = rest.slice(0, at) + rest.slice(at + bytes.length); // a second one of the same bytes is another block
    return false;
  });
}
