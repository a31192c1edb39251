import { Textarea } from "@mantine/core";
import { useState } from "react";
import { describeError, useJob, useRegenerate } from "@/api";
import { type ItemAt, rules } from "@/contract";
import { isPrompted } from "@/domain/writer";
import { t } from "@/strings";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { NoteChips } from "./NoteChips";
import { RegenerateCost } from "./RegenerateCost";
import { tellLeftOut } from "./tellLeftOut";

interface RegenerateDialogProps {
  job: string;
  items: ItemAt[];
  /** They are in conflict, and are written again from the shop's texts. */
  conflicts: boolean;
  onClose: () => void;
}

/** Queues drafts to be written again, with a note of what should be different. */
export function RegenerateDialog({ job, items, conflicts, onClose }: RegenerateDialogProps) {
  const about = useJob(job).data;
  const regenerate = useRegenerate(job);
  const [note, setNote] = useState("");
  const words = t.review;
  const n = items.length;
  const rewrite = () =>
    regenerate.mutate(
      { drafts: items, note: note.trim() },
      {
        onSuccess: (done) => {
          tellLeftOut(done, words.regenerating);
          onClose();
        },
      },
    );
  return (
    <ConfirmDialog
      title={words.regenerateTitle(n)}
      action={words.regenerateButton(n)}
      asks
      busy={regenerate.isPending}
      trouble={regenerate.error ? describeError(regenerate.error) : undefined}
      onConfirm={rewrite}
      onClose={onClose}
    >
      <Textarea
        label={words.note}
        placeholder={words.noteHint}
        rows={3}
        maxLength={rules.limits.note}
        data-autofocus
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {about && <NoteChips shop={about.shop_id} note={note} onNote={setNote} />}
      {about && note.trim() !== "" && !isPrompted(about.writer) && (
        <p role="status">{words.noteUnused}</p>
      )}
      <p>{conflicts ? t.conflict.regenerateText(n) : words.regenerateText(n)}</p>
      {about && <RegenerateCost job={about} n={n} />}
    </ConfirmDialog>
  );
}
