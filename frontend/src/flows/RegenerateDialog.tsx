import { Textarea } from "@mantine/core";
import { useState } from "react";
import { describeError, useJob, useRegenerate } from "@/api";
import { asShown, isClash } from "@/domain/item";
import type { Item, Job } from "@/domain/types";
import { money } from "@/lib/format";
import { t } from "@/strings";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { notifyPlain, notifyTrouble } from "@/ui/notify";
import type { Trouble } from "@/ui/States";

interface RegenerateDialogProps {
  job: string;
  items: Item[];
  onClose: () => void;
}

/** Has drafts written again, with a note of what should be different. It goes on when it is closed. */
export function RegenerateDialog({ job, items, onClose }: RegenerateDialogProps) {
  const about = useJob(job).data;
  const regenerate = useRegenerate(job);
  const [note, setNote] = useState("");
  const [trouble, setTrouble] = useState<Trouble>();
  const words = t.review;
  const n = items.length;
  const run = async () => {
    setTrouble(undefined);
    try {
      const drafts = items.map(asShown);
      const { written, failed, reason } = await regenerate.mutateAsync({
        drafts,
        note: note.trim(),
      });
      if (reason && n === 1) return setTrouble({ ...reason, detail: "" });
      if (reason) {
        const message = words.regeneratedSome(written, failed, reason.message);
        notifyTrouble({ message, code: reason.code, detail: "" });
      } else if (n > 1) notifyPlain(words.regenerated(written));
      onClose();
    } catch (error) {
      setTrouble(describeError(error));
    }
  };
  return (
    <ConfirmDialog
      title={words.regenerateTitle(n)}
      action={words.regenerateButton(n)}
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
      <p>{items.every(isClash) ? t.conflict.regenerateText(n) : words.regenerateText(n)}</p>
      {about && <Cost job={about} n={n} />}
    </ConfirmDialog>
  );
}

/** What the drafts of this job have cost so far is the best guess of what these will. */
function Cost({ job, n }: { job: Job; n: number }) {
  if (job.writer.kind === "template") return <p>{t.jobs.spentNothing}</p>;
  const { usage, counts } = job;
  if (!usage.priced || counts.successful === 0) return <p>{t.jobs.priceUnknown}</p>;
  return <p>{t.review.regenerateCost(money((usage.cost_usd / counts.successful) * n), n)}</p>;
}
