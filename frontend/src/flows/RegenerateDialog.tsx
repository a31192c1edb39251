import { Textarea } from "@mantine/core";
import { useCallback, useEffect, useRef, useState } from "react";
import { cancelRegenerate, describeError, useJob, useRegenerate } from "@/api";
import type { ItemAt, Job } from "@/contract";
import { asShown } from "@/domain/item";
import { money } from "@/lib/format";
import { t } from "@/strings";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { notifyPlain, notifyTrouble } from "@/ui/notify";
import type { Trouble } from "@/ui/States";

interface RegenerateDialogProps {
  job: string;
  items: ItemAt[];
  /** They are in conflict, and are written again from the shop's texts. */
  conflicts: boolean;
  onClose: () => void;
}

/** Regenerates drafts, with a note of what should be different. Closing it cancels what is under way. */
export function RegenerateDialog({ job, items, conflicts, onClose }: RegenerateDialogProps) {
  const about = useJob(job).data;
  const regenerate = useRegenerate(job);
  const [note, setNote] = useState("");
  const [trouble, setTrouble] = useState<Trouble>();
  const words = t.review;
  const n = items.length;
  const { begin, cancel, end } = useCancellable();
  const rewrite = async () => {
    setTrouble(undefined);
    const run = begin();
    try {
      const drafts = items.map(asShown);
      const { written, failed, reason } = await regenerate.mutateAsync({
        drafts,
        note: note.trim(),
        run,
      });
      if (reason?.code === "cancelled") return notifyPlain(words.regenerateCancelled(written));
      if (reason && n === 1) return setTrouble({ ...reason, detail: "" });
      if (reason) {
        const message = words.regeneratedSome(written, failed, reason.message);
        notifyTrouble({ message, code: reason.code, detail: "" });
      } else if (n > 1) notifyPlain(words.regenerated(written));
      onClose();
    } catch (error) {
      setTrouble(describeError(error));
    } finally {
      end();
    }
  };
  return (
    <ConfirmDialog
      title={words.regenerateTitle(n)}
      action={words.regenerateButton(n)}
      asks
      busy={regenerate.isPending}
      trouble={trouble}
      onConfirm={() => void rewrite()}
      onClose={() => {
        cancel();
        onClose();
      }}
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
      <p>{conflicts ? t.conflict.regenerateText(n) : words.regenerateText(n)}</p>
      {about && <Cost job={about} n={n} />}
    </ConfirmDialog>
  );
}

/** Names a request, and cancels it if the dialog or the page is left before it has ended. */
function useCancellable() {
  const run = useRef("");
  const cancel = useCallback(() => {
    if (run.current === "") return;
    void cancelRegenerate(run.current).catch(() => {});
    run.current = "";
  }, []);
  useEffect(() => {
    window.addEventListener("pagehide", cancel);
    return () => {
      window.removeEventListener("pagehide", cancel);
      cancel();
    };
  }, [cancel]);
  const begin = () => {
    run.current = `${Date.now()}-${Math.random()}`;
    return run.current;
  };
  const end = () => {
    run.current = "";
  };
  return { begin, cancel, end };
}

/** The cost of this job's drafts so far is the best estimate. */
function Cost({ job, n }: { job: Job; n: number }) {
  if (job.writer.kind === "template") return <p>{t.jobs.spentNothing}</p>;
  const { usage, counts } = job;
  if (!usage.priced || counts.successful === 0) return <p>{t.jobs.priceUnknown}</p>;
  return <p>{t.review.regenerateCost(money((usage.cost_usd / counts.successful) * n), n)}</p>;
}
