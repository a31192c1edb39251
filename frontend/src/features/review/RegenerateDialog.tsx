import { Textarea } from "@mantine/core";
import { useState } from "react";
import { describeError, useRegenerate } from "@/api";
import { isClash } from "@/domain/item";
import type { Item } from "@/domain/types";
import { t } from "@/strings";
import { ConfirmDialog } from "@/ui/ConfirmDialog";

interface RegenerateDialogProps {
  job: string;
  item: Item;
  onClose: () => void;
}

/** Has a draft written again, with a note of what should be different. */
export function RegenerateDialog({ job, item, onClose }: RegenerateDialogProps) {
  const regenerate = useRegenerate(job);
  const [note, setNote] = useState("");
  const words = t.review;
  return (
    <ConfirmDialog
      title={words.regenerateTitle}
      action={words.regenerateButton}
      asks
      busy={regenerate.isPending}
      trouble={regenerate.error ? describeError(regenerate.error) : undefined}
      onConfirm={() =>
        regenerate.mutate({ item: item.id, note: note.trim() }, { onSuccess: onClose })
      }
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
      <p>{isClash(item) ? t.conflict.regenerateOneText : words.regenerateText}</p>
    </ConfirmDialog>
  );
}
