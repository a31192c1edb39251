import { useEffect, useState } from "react";
import { describeError, useEditItem } from "@/api";
import type { Item, SeenChange } from "@/contract";
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
  stop: () => void;
}

/** A person's text in the place of a draft: kept here until it is saved as the next revision. */
export function useEditor(job: string, item: Item): Editor {
  const edit = useEditItem(job);
  const [text, setText] = useState<string>();
  const [from, setFrom] = useState<SeenChange>();
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
    edit.reset();
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
      edit.mutate(
        { item: item.id, revision: item.revision, content: text, from },
        {
          onSuccess: ({ revision }) => {
            remember({ kind: "edit", job, item: item.id, revision, before: item.content });
            stop();
          },
        },
      );
    },
    stop,
  };
}
