import { Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { describeError, useCompareJobs, useSettingsOf } from "@/api";
import { type Estimate, type Job, type JobSpec, rules } from "@/contract";
import { isFree, isPrompted } from "@/domain/writer";
import { Placeholders } from "@/flows/Placeholders";
import { withWord } from "@/flows/placeholderWords";
import { money } from "@/lib/format";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { Segments } from "@/ui/Segments";
import classes from "./NewJobPanel.module.css";
import { ofSample } from "./StartWith";

interface CompareStartProps {
  spec: JobSpec;
  estimate: Estimate | undefined;
  onCompared: (job: Job) => void;
}

/** The button that has two instructions, or two models, write the same ten products. */
export function CompareStart({ estimate, ...props }: CompareStartProps) {
  const [asked, setAsked] = useState(false);
  const writer = useSettingsOf(props.spec.shop_id)?.writer;
  if (!writer || !isPrompted(writer) || !estimate || estimate.items === 0) return null;
  return (
    <>
      <span className={classes.way}>
        <Button kind="quiet" small onClick={() => setAsked(true)}>
          {t.compare.start.button}
        </Button>
      </span>
      {asked && (
        <CompareDialog
          {...props}
          estimate={estimate}
          model={writer.model ?? ""}
          onClose={() => setAsked(false)}
        />
      )}
    </>
  );
}

type Kind = "instructions" | "models";

interface CompareDialogProps extends CompareStartProps {
  estimate: Estimate;
  model: string;
  onClose: () => void;
}

function CompareDialog({ spec, estimate, model, onCompared, onClose }: CompareDialogProps) {
  const words = t.compare.start;
  const [kind, setKind] = useState<Kind>("instructions");
  const [a, setA] = useState(spec.instructions);
  const [b, setB] = useState(spec.instructions);
  const [otherModel, setOtherModel] = useState("");
  const compare = useCompareJobs();
  const n = Math.min(rules.sample_size, estimate.items);
  const part = estimate.items > n ? ofSample(estimate).cost_usd : estimate.cost_usd;
  const cost = isFree(estimate.writer) || !estimate.priced ? "" : money(2 * part);
  const byWords = kind === "instructions";
  const differ = byWords
    ? a.trim() !== b.trim()
    : otherModel.trim() !== "" && otherModel.trim() !== model;
  const write = () =>
    compare.mutate(
      {
        ...spec,
        sample: n,
        strategy: "review",
        instructions: a.trim(),
        instructions_name: a.trim() === spec.instructions ? spec.instructions_name : "",
        other_instructions: byWords ? b.trim() : a.trim(),
        other_instructions_name: "",
        other_model: byWords ? "" : otherModel.trim(),
      },
      { onSuccess: (made) => onCompared(made.a) },
    );
  const area = (label: string, value: string, change: (text: string) => void, first?: boolean) => (
    <Textarea
      label={label}
      rows={4}
      maxLength={rules.limits.instructions}
      data-autofocus={first}
      value={value}
      onChange={(event) => change(event.currentTarget.value)}
    />
  );
  return (
    <ConfirmDialog
      title={words.title}
      action={differ && n > 0 ? words.action(n) : undefined}
      asks
      busy={compare.isPending}
      trouble={compare.error ? describeError(compare.error) : undefined}
      onConfirm={write}
      onClose={onClose}
    >
      <Segments
        label={words.of}
        wide
        value={kind}
        onChange={setKind}
        options={[
          { value: "instructions", label: words.kinds.instructions },
          { value: "models", label: words.kinds.models },
        ]}
      />
      {area(byWords ? words.a : t.newJob.instructions, a, setA)}
      {byWords && area(words.b, b, setB, true)}
      {byWords && <Placeholders text={`${a} ${b}`} onInsert={(name) => setB(withWord(b, name))} />}
      {!byWords && (
        <>
          <TextInput label={words.modelA} value={model} readOnly />
          <TextInput
            label={words.modelB}
            value={otherModel}
            onChange={(event) => setOtherModel(event.currentTarget.value)}
          />
        </>
      )}
      <p>{words.text(n, cost)}</p>
    </ConfirmDialog>
  );
}
