import { Textarea } from "@mantine/core";
import { useState } from "react";
import { describeError, useJob, useRegenerate, useRegenerateSelected } from "@/api";
import { type Decided, type ItemAt, type ItemSelection, rules } from "@/contract";
import { isPrompted } from "@/domain/writer";
import { t } from "@/strings";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { NoteChips } from "./NoteChips";
import { RegenerateCost } from "./RegenerateCost";
import { tellLeftOut, tellSelected } from "./tellLeftOut";

/** Everything in a list: how many were selected, and how many of them can be written again. */
export interface WholeList {
  selection: ItemSelection;
  selected: number;
  n: number;
}

interface RegenerateDialogProps {
  job: string;
  items: ItemAt[] | WholeList;
  /** They are in conflict, and are written again from the shop's texts. */
  conflicts: boolean;
  onClose: () => void;
}

/** Queues drafts to be written again, with a note of what should be different. */
export function RegenerateDialog({ job, items, conflicts, onClose }: RegenerateDialogProps) {
  const about = useJob(job).data;
  const regenerateSome = useRegenerate(job);
  const regenerateSelected = useRegenerateSelected(job);
  const [note, setNote] = useState("");
  const words = t.review;
  const some = Array.isArray(items);
  const n = some ? items.length : items.n;
  const regenerate = some ? regenerateSome : regenerateSelected;
  const rewrite = () => {
    if (some) {
      const onSuccess = (done: Decided) => {
        tellLeftOut(done, words.regenerating);
        onClose();
      };
      return regenerateSome.mutate({ drafts: items, note: note.trim() }, { onSuccess });
    }
    const onSuccess = (done: Decided) => {
      tellSelected(done, items.selected, words.regenerating, t.jobs.items.noneEditable);
      onClose();
    };
    regenerateSelected.mutate({ selection: items.selection, note: note.trim() }, { onSuccess });
  };
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
