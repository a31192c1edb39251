import { Textarea } from "@mantine/core";
import { useState } from "react";
import { describeError, useRegenerateMany } from "@/api";
import type { Item, Job } from "@/domain/types";
import { money } from "@/lib/format";
import { t } from "@/strings";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { notifyPlain, notifyTrouble } from "@/ui/notify";

interface RegenerateManyDialogProps {
  job: Job;
  items: Item[];
  onClose: () => void;
}

/** Has the drafts of many conflicts written again from the shop's texts. It goes on when it is closed. */
export function RegenerateManyDialog({ job, items, onClose }: RegenerateManyDialogProps) {
  const words = t.conflict;
  const regenerate = useRegenerateMany(job.id);
  const [note, setNote] = useState("");
  const run = () =>
    void regenerate
      .mutateAsync({ items: items.map((item) => item.id), note: note.trim() })
      .then(({ written, failed, reason }) => {
        if (reason) {
          notifyTrouble({
            message: words.regeneratedSome(written, failed, reason.message),
            code: reason.code,
            detail: "",
          });
        } else notifyPlain(words.regenerated(written));
        onClose();
      })
      .catch((error: unknown) => notifyTrouble(describeError(error)));
  return (
    <ConfirmDialog
      title={words.regenerateTitle(items.length)}
      action={words.regenerateButton(items.length)}
      asks
      busy={regenerate.isPending}
      onConfirm={run}
      onClose={onClose}
    >
      <p>{words.regenerateText}</p>
      <Textarea
        label={t.review.note}
        placeholder={t.review.noteHint}
        rows={2}
        maxLength={2000}
        data-autofocus
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Cost job={job} n={items.length} />
    </ConfirmDialog>
  );
}

/** What the drafts of this job have cost so far is the best guess of what these will. */
function Cost({ job, n }: { job: Job; n: number }) {
  if (job.writer.kind === "template") return <p>{t.jobs.spentNothing}</p>;
  const { usage, counts } = job;
  if (!usage.priced || counts.successful === 0) return <p>{t.jobs.priceUnknown}</p>;
  return <p>{t.conflict.cost(money((usage.cost_usd / counts.successful) * n), n)}</p>;
}
