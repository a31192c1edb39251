import { Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { describeError, useWriteSideAgain } from "@/api";
import { type Comparison, type Job, rules } from "@/contract";
import { Placeholders } from "@/flows/Placeholders";
import { withWord } from "@/flows/placeholderWords";
import { t } from "@/strings";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import type { Side } from "./choice";

interface AgainDialogProps {
  side: Side;
  job: Job;
  count: number;
  cost: string;
  onWritten: (comparison: Comparison) => void;
  onClose: () => void;
}

/** Has one side written again in other words, or by another model. The other side stays. */
export function AgainDialog({ side, job, count, cost, onWritten, onClose }: AgainDialogProps) {
  const words = t.compare.againDialog;
  const [text, setText] = useState(job.instructions);
  const [model, setModel] = useState(job.writer.model ?? "");
  const again = useWriteSideAgain();
  const changed = text.trim() !== job.instructions || model.trim() !== (job.writer.model ?? "");
  const write = () =>
    again.mutate(
      { job: job.id, instructions: text, instructions_name: "", model: model.trim() },
      { onSuccess: onWritten },
    );
  return (
    <ConfirmDialog
      title={words.title(side)}
      action={changed ? words.action(count) : undefined}
      asks
      busy={again.isPending}
      trouble={again.error ? describeError(again.error) : undefined}
      onConfirm={write}
      onClose={onClose}
    >
      <Textarea
        label={words.instructions}
        rows={6}
        maxLength={rules.limits.instructions}
        data-autofocus
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Placeholders text={text} onInsert={(name) => setText(withWord(text, name))} />
      <TextInput
        label={words.model}
        value={model}
        onChange={(event) => setModel(event.currentTarget.value)}
      />
      <p>{words.text(count, cost)}</p>
    </ConfirmDialog>
  );
}
