import { describeError, perform, useArchiveJob } from "@/api";
import type { Job } from "@/contract";
import { t } from "@/strings";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { notifyPlain } from "@/ui/notify";

/** Asks before drafts that are still to review go out of sight with their job. */
export function ArchiveDialog({ job, onClose }: { job: Job; onClose: () => void }) {
  const archive = useArchiveJob();
  const words = t.jobMenu;
  const confirm = () =>
    perform(
      archive,
      { id: job.id, archived: true },
      {
        onSuccess: () => {
          onClose();
          notifyPlain(words.archived(job.id));
        },
      },
    );
  return (
    <ConfirmDialog
      title={words.archiveTitle(job.id)}
      action={words.archiveAction}
      busy={archive.isPending}
      trouble={archive.error ? describeError(archive.error) : undefined}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>{words.archiveText(job.counts.to_review)}</p>
    </ConfirmDialog>
  );
}
