import { Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { describeError, useWriteSideAgain } from "@/api";
import { type Comparison, type Job, rules } from "@/contract";
import { Placeholders } from "@/flows/Placeholders";
import { withWord } from "@/flows/placeholderWords";
import { t } from "@/strings";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import type { Kind, Side } from "./choice";

interface AgainDialogProps {
  side: Side;
  job: Job;
  /** The other side, which stays. */
  other: Job;
  /** What is compared from then on, when that changes, with what it starts from. */
  instead?: { kind: Kind; instructions: string; model: string } | undefined;
  count: number;
  cost: string;
  onWritten: (comparison: Comparison) => void;
  onClose: () => void;
}

/** Has one side written again in other words, or by another model. The other side stays. */
export function AgainDialog(props: AgainDialogProps) {
  const { side, job, other, instead, count, cost, onWritten, onClose } = props;
  const words = t.compare.againDialog;
  const [text, setText] = useState(instead?.instructions ?? job.instructions);
  const [model, setModel] = useState(instead?.model ?? job.writer.model ?? "");
  const again = useWriteSideAgain();
  const differs = (from: Job) =>
    text.trim() !== from.instructions || model.trim() !== (from.writer.model ?? "");
  const changed = differs(job) && differs(other) && model.trim() !== "";
  const write = () =>
    again.mutate(
      { job: job.id, instructions: text, instructions_name: "", model: model.trim() },
      { onSuccess: onWritten },
    );
  return (
    <ConfirmDialog
      title={instead ? words.instead[instead.kind] : words.title(side)}
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
        data-autofocus={instead?.kind !== "models" || undefined}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Placeholders text={text} onInsert={(name) => setText(withWord(text, name))} />
      <TextInput
        label={words.model}
        data-autofocus={instead?.kind === "models" || undefined}
        value={model}
        onChange={(event) => setModel(event.currentTarget.value)}
      />
      <p>{words.text(count, cost)}</p>
    </ConfirmDialog>
  );
}
