import { TextInput } from "@mantine/core";
import { useState } from "react";
import { describeError, perform, useRenameJob } from "@/api";
import type { Job } from "@/contract";
import { t } from "@/strings";
import { ConfirmDialog } from "@/ui/ConfirmDialog";

/** Gives a job another name. */
export function RenameJobDialog({ job, onClose }: { job: Job; onClose: () => void }) {
  const [name, setName] = useState(job.name);
  const rename = useRenameJob();
  const words = t.jobMenu;
  const ready = name.trim() !== "" && name.trim() !== job.name;
  const confirm = () => {
    if (ready && !rename.isPending) perform(rename, { id: job.id, name }, { onSuccess: onClose });
  };
  return (
    <ConfirmDialog
      title={words.renameTitle(job.id)}
      action={ready ? words.renameAction : undefined}
      asks
      busy={rename.isPending}
      trouble={rename.error ? describeError(rename.error) : undefined}
      onConfirm={confirm}
      onClose={onClose}
    >
      <TextInput
        data-autofocus
        label={words.name}
        value={name}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => event.key === "Enter" && confirm()}
      />
    </ConfirmDialog>
  );
}
