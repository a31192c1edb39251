import { type ReactNode, useState } from "react";
import type { ItemAt, ItemSelection, PublishRequest, PublishScope } from "@/contract";
import { PublishDialog } from "./PublishDialog";
import { ScopeDialog } from "./publish/ScopeDialog";
import { UndoDialog } from "./UndoDialog";

type Question =
  | {
      kind: "publish";
      request: PublishRequest;
      selected?: number;
      onDone: (() => void) | undefined;
    }
  | { kind: "scope"; first: PublishScope; onDone: (() => void) | undefined }
  | { kind: "undo"; items: ItemAt[]; onDone: (() => void) | undefined };

export interface Publishing {
  /** Asks which drafts of the job, then publishes them. */
  publishScope(first: PublishScope): void;
  /** Asks, then publishes the named items. */
  publish(items: ItemAt[], options?: { overwrite?: boolean; onDone?: () => void }): void;
  /** Asks, then publishes everything in a list, of which so many were selected, but what changed since it was drawn. */
  publishSelected(
    selection: ItemSelection,
    selected: number,
    options: { onDone: () => void },
  ): void;
  /** Asks, then restores the earlier text of the named items; none named means all. */
  undo(items: ItemAt[], options?: { onDone?: () => void }): void;
  /** To be rendered by the caller. */
  dialog: ReactNode;
}

/** Publishing and undoing: always asked first, wherever they start. */
export function usePublishing(job: string, onConflicts?: () => void): Publishing {
  const [question, setQuestion] = useState<Question>();
  const close = () => setQuestion(undefined);
  const done = () => {
    question?.onDone?.();
    close();
  };
  const compare =
    onConflicts &&
    (() => {
      close();
      onConflicts();
    });
  const dialog = question && dialogOf(question, job, { done, close, compare });
  return {
    publishScope: (first) => setQuestion({ kind: "scope", first, onDone: undefined }),
    publish: (items, { overwrite = false, onDone } = {}) =>
      setQuestion({
        kind: "publish",
        request: { job_id: job, items, only_approved: false, overwrite },
        onDone,
      }),
    publishSelected: (selection, selected, { onDone }) =>
      setQuestion({
        kind: "publish",
        request: { job_id: job, items: [], selection, only_approved: false, overwrite: false },
        selected,
        onDone,
      }),
    undo: (items, { onDone } = {}) => setQuestion({ kind: "undo", items, onDone }),
    dialog,
  };
}

interface Answers {
  done: () => void;
  close: () => void;
  compare: (() => void) | undefined;
}

function dialogOf(question: Question, job: string, { done, close, compare }: Answers): ReactNode {
  switch (question.kind) {
    case "publish":
      return (
        <PublishDialog
          request={question.request}
          selected={question.selected}
          onDone={done}
          onClose={close}
        />
      );
    case "scope":
      return (
        <ScopeDialog
          job={job}
          first={question.first}
          onDone={done}
          onConflicts={compare}
          onClose={close}
        />
      );
    case "undo":
      return (
        <UndoDialog
          request={{ job_id: job, items: question.items }}
          onDone={done}
          onClose={close}
        />
      );
  }
}
