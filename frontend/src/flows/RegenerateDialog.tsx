import { Textarea } from "@mantine/core";
import { useState } from "react";
import { describeError, useRegenerate } from "@/api";
import { t } from "@/strings";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { notifyPlain } from "@/ui/notify";
import type { Trouble } from "@/ui/States";

interface RegenerateDialogProps {
  job: string;
  items: string[];
  onClose: () => void;
}

/** Has drafts written again, one after the other, with a note of what should be different. */
export function RegenerateDialog({ job, items, onClose }: RegenerateDialogProps) {
  const regenerate = useRegenerate(job);
  const [note, setNote] = useState("");
  const [done, setDone] = useState<number>();
  const [trouble, setTrouble] = useState<Trouble>();
  const words = t.review;
  const run = async () => {
    setTrouble(undefined);
    // What is written stays written; another try goes on behind it.
    for (let at = done ?? 0; at < items.length; at++) {
      setDone(at);
      try {
        await regenerate.mutateAsync({ item: items[at] ?? "", note: note.trim() });
      } catch (error) {
        setTrouble(describeError(error));
        return;
      }
    }
    if (items.length > 1) notifyPlain(words.regenerated(items.length));
    onClose();
  };
  return (
    <ConfirmDialog
      title={words.regenerateTitle(items.length)}
      action={words.regenerateButton(items.length)}
      asks
      busy={regenerate.isPending}
      trouble={trouble}
      onConfirm={() => void run()}
      onClose={onClose}
    >
      <Textarea
        label={words.note}
        placeholder={words.noteHint}
        rows={3}
        maxLength={2000}
        data-autofocus
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <p>{words.regenerateText(items.length)}</p>
      {done !== undefined && items.length > 1 && (
        <p role="status">{words.regenerating(done, items.length)}</p>
      )}
    </ConfirmDialog>
  );
}
