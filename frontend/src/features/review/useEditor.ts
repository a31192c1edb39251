import { useEffect, useState } from "react";
import { describeError, useEditItem } from "@/api";
import type { Item, KeptBlock, SeenChange } from "@/contract";
import { limitOf } from "@/domain/fields";
import { remember } from "@/flows/steps";
import type { Trouble } from "@/ui/States";

export interface Editor {
  editing: boolean;
  text: string;
  dirty: boolean;
  busy: boolean;
  trouble: Trouble | undefined;
  /** The field's limit in characters, if Shopify has one. */
  limit: { most: number; hard: boolean } | undefined;
  tooLong: boolean;
  start: () => void;
  type: (text: string) => void;
  save: () => void;
  /** The kept blocks that the text lacks: saving waits for an answer. */
  asks: KeptBlock[] | undefined;
  saveWithout: () => void;
  stayEditing: () => void;
  stop: () => void;
}

/** A person's text in the place of a draft: kept here until it is saved as the next revision. */
export function useEditor(job: string, item: Item, blocks: KeptBlock[] = NONE): Editor {
  const edit = useEditItem(job);
  const [text, setText] = useState<string>();
  const [from, setFrom] = useState<SeenChange>();
  const [asks, setAsks] = useState<KeptBlock[]>();
  const { reset } = edit;
  // Another item, another text: nothing typed is carried over.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the item changes
  useEffect(() => {
    setText(undefined);
    reset();
  }, [item.id, reset]);

  const editing = text !== undefined;
  const start = from ? item.changed?.on_shop.text : item.content;
  const limit = limitOf(item.field);
  const tooLong = limit?.hard === true && [...(text ?? "")].length > limit.most;
  const stop = () => {
    setText(undefined);
    setAsks(undefined);
    edit.reset();
  };
  const send = () => {
    if (text === undefined) return;
    setAsks(undefined);
    edit.mutate(
      { item: item.id, revision: item.revision, content: text, from },
      {
        onSuccess: ({ revision }) => {
          remember({ kind: "edit", job, item: item.id, revision, before: item.content });
          stop();
        },
      },
    );
  };
  return {
    editing,
    text: text ?? "",
    dirty: editing && text !== start,
    busy: edit.isPending,
    trouble: edit.error ? describeError(edit.error) : undefined,
    limit,
    tooLong,
    start: () => {
      // A text that was changed on the shop since is the start of the next draft.
      const change = item.changed;
      setFrom(
        change ? { publication_id: change.publication_id, seen_at: change.seen_at } : undefined,
      );
      setText(change?.on_shop.text ?? item.content);
    },
    type: setText,
    save: () => {
      if (text === undefined || tooLong) return;
      if (text === start) return stop();
      const lost = from ? NONE : lostBlocks(item.content, text, blocks);
      if (lost.length > 0) setAsks(lost);
      else send();
    },
    asks,
    saveWithout: send,
    stayEditing: () => setAsks(undefined),
    stop,
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
