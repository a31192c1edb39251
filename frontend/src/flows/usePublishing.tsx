import { type ReactNode, useState } from "react";
import type { ItemAt, PublishRequest, UndoRequest } from "@/contract";
import { PublishDialog } from "./PublishDialog";
import { UndoDialog } from "./UndoDialog";

type Question =
  | { kind: "publish"; request: PublishRequest; onDone: (() => void) | undefined }
  | { kind: "undo"; request: UndoRequest; onDone: (() => void) | undefined };

export interface Publishing {
  /** Asks, then publishes the named items; none named means all that wait for review. */
  publish(items: ItemAt[], options?: { overwrite?: boolean; onDone?: () => void }): void;
  /** Asks, then restores the earlier text of the named items; none named means all. */
  undo(items: ItemAt[], options?: { onDone?: () => void }): void;
  /** To be rendered by the caller. */
  dialog: ReactNode;
}

/** Publishing and undoing: always asked first, wherever they start. */
export function usePublishing(job: string): Publishing {
  const [question, setQuestion] = useState<Question>();
  const close = () => setQuestion(undefined);
  const done = () => {
    question?.onDone?.();
    close();
  };
  const dialog =
    question?.kind === "publish" ? (
      <PublishDialog request={question.request} onDone={done} onClose={close} />
    ) : (
      question && <UndoDialog request={question.request} onDone={done} onClose={close} />
    );
  return {
    publish: (items, { overwrite = false, onDone } = {}) =>
      setQuestion({
        kind: "publish",
        request: { job_id: job, items, only_approved: false, overwrite },
        onDone,
      }),
    undo: (items, { onDone } = {}) =>
      setQuestion({ kind: "undo", request: { job_id: job, items }, onDone }),
    dialog,
  };
}
