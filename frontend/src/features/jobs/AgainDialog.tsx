import { Textarea } from "@mantine/core";
import { useState } from "react";
import { describeError, perform, useCreateJob, useEstimate, useSpecAgain } from "@/api";
import { type Estimate, type Job, type JobSpec, rules } from "@/contract";
import { isFree } from "@/domain/writer";
import { money } from "@/lib/format";
import { t } from "@/strings";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { Loading } from "@/ui/States";

interface AgainDialogProps {
  job: Job;
  otherWords: boolean;
  onMade: (job: Job) => void;
  onClose: () => void;
}

/** Says what making the job once more takes, asks for other words where they are wanted, and makes it. */
export function AgainDialog(props: AgainDialogProps) {
  const spec = useSpecAgain(props.job.id);
  if (spec.data) return <Asked {...props} spec={spec.data} />;
  return (
    <ConfirmDialog
      title={t.jobMenu.againTitle(props.job.id)}
      action={undefined}
      trouble={spec.error ? describeError(spec.error) : undefined}
      onConfirm={() => {}}
      onClose={props.onClose}
    >
      {spec.isPending && <Loading />}
    </ConfirmDialog>
  );
}

function Asked({ job, otherWords, onMade, onClose, spec }: AgainDialogProps & { spec: JobSpec }) {
  const [instructions, setInstructions] = useState(spec.instructions);
  const create = useCreateJob();
  const words = t.jobMenu;
  const changed: JobSpec =
    instructions === spec.instructions ? spec : { ...spec, instructions, instructions_name: "" };
  // Words change what a text costs only a little: the estimate is for those of the job.
  const estimate = useEstimate(spec).data;
  const items = estimate?.items ?? 0;
  const texts = t.jobMenu.texts(items, job.field);
  const can = items > 0 && estimate?.needs_price === null;
  const confirm = () => {
    if (!can || create.isPending) return;
    perform(create, changed, {
      onSuccess: (made) => {
        onClose();
        onMade(made);
      },
    });
  };
  return (
    <ConfirmDialog
      title={words.againTitle(job.id)}
      action={can ? words.againAction(texts) : undefined}
      asks={otherWords}
      busy={create.isPending}
      trouble={create.error ? describeError(create.error) : undefined}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>{words.againText}</p>
      {!estimate && <Loading />}
      {estimate && (items === 0 ? <p>{words.nothing}</p> : <Cost of={estimate} texts={texts} />)}
      {estimate?.needs_price && <p>{estimate.needs_price.message}</p>}
      {otherWords && (
        <Textarea
          data-autofocus
          label={words.instructions}
          autosize
          minRows={3}
          maxRows={10}
          maxLength={rules.limits.instructions}
          value={instructions}
          onChange={(event) => setInstructions(event.currentTarget.value)}
        />
      )}
    </ConfirmDialog>
  );
}

function Cost({ of, texts }: { of: Estimate; texts: string }) {
  if (isFree(of.writer)) return <p>{t.jobMenu.about(texts, t.newJob.costFree)}</p>;
  const cost = of.priced
    ? t.newJob.costValue(money(of.cost_usd), money(of.cost_max_usd))
    : t.newJob.costUnknown;
  return <p>{t.jobMenu.about(texts, cost)}</p>;
}
