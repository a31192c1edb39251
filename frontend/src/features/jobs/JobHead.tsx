import type { ReactNode } from "react";
import type { Job, ShopOverview } from "@/contract";
import { pausedBy, waiting } from "@/domain/job";
import { failedWords } from "@/domain/outcome";
import { writerName } from "@/domain/writer";
import { ExportButton } from "@/flows/ExportButton";
import type { Publishing } from "@/flows/usePublishing";
import { moment, time } from "@/lib/format";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { Icon } from "@/ui/Icon";
import { useKeys } from "@/ui/keys/useKeys";
import { notifyPlain } from "@/ui/notify";
import { PageHead, Spare } from "@/ui/Page";
import { ReasonDetails } from "@/ui/States";
import text from "@/ui/text.module.css";
import { useNow } from "@/ui/useNow";
import { type HelpPage, WaysOn } from "./bands";
import { ContinueSample } from "./ContinueSample";
import classes from "./JobHead.module.css";
import { JobInstructions } from "./JobInstructions";
import { JobMenu } from "./JobMenu";
import { JobStatus } from "./JobStatus";
import { Spent } from "./Spent";
import { steps as allSteps, asksOf, stepsOf } from "./steps";
import { useJobActions } from "./useJobActions";
import { type JobSteps, useJobSteps } from "./useJobSteps";

interface JobHeadProps {
  shop: ShopOverview;
  job: Job;
  publishing: Publishing;
  onBack: () => void;
  onHelp: (page: HelpPage) => void;
  /** Shows a sample beside the one that it is compared with. */
  onCompare: () => void;
  /** How the items below are shown, and what is done with all of them. */
  children?: ReactNode;
}

/** Which job, its state, what it used, and what can be done with the whole of it. */
export function JobHead(props: JobHeadProps) {
  const { shop, job, publishing, onBack, onHelp, onCompare } = props;
  const { actions, dialog } = useJobActions(
    () => job,
    (made) => notifyPlain(t.jobMenu.made(made.id)),
  );
  const steps = useJobSteps(() => publishing);
  const why = pausedBy(job);
  const wait = waiting(job, useNow(job.waits !== null));
  useKeys("page", stepKeys(job, steps));
  const back = (
    <button type="button" className={classes.back} onClick={onBack}>
      <Icon shape="left" small />
      <Spare>{t.jobs.backToJobs}</Spare>
    </button>
  );
  return (
    <>
      <PageHead
        before={back}
        title={<span title={job.name}>{`${job.id}\u2002${job.name}`}</span>}
        aside={<JobStatus job={job} />}
        wraps
      >
        {props.children}
        {job.compared_with !== "" && <Button onClick={onCompare}>{t.compare.ofJob}</Button>}
        {shop.can.export && <ExportButton shop={shop} />}
        {stepsOf(job).map((step) =>
          step.name === "continue" ? (
            <ContinueSample key={step.name} job={job} />
          ) : (
            <Button
              key={step.name}
              icon={step.icon}
              kind={step.kind}
              combo={step.combo}
              disabled={steps.busy}
              onClick={() => steps.take(step, job)}
            >
              {step.label(job)}
            </Button>
          ),
        )}
        <JobMenu job={job} actions={actions} />
      </PageHead>
      {(why || wait) && (
        <div className={classes.reason}>
          <p>
            <Icon shape="info" tone="warn" /> {[wait, why?.message].filter(Boolean).join(" ")}
          </p>
          {why && <WaysOn job={job} reason={why} onHelp={onHelp} />}
          {why && <ReasonDetails reason={why} />}
        </div>
      )}
      <Slug job={job} />
      {dialog}
      {steps.dialog}
    </>
  );
}

/** The keys of the steps; that of a step that is not allowed now is known and does nothing. */
const stepKeys = (job: Job, { take, busy }: JobSteps) =>
  allSteps.flatMap((step) => {
    if (!step.combo) return [];
    const off = busy || !step.allowed(job);
    const run = () => take(step, job);
    return [{ combos: [step.combo], label: step.label(job), asks: asksOf(step), run, off }];
  });

/** What the job copied when it was made, and what it used. */
function Slug({ job }: { job: Job }) {
  const failed = failedWords(job) || t.jobs.failed(job.counts.failed);
  return (
    <div className={classes.slug}>
      {job.counts.failed > 0 && (
        <span className={`${text.bad} ${text.b} ${text.cut}`} title={failed}>
          {failed}
        </span>
      )}
      <span>
        <span className={classes.type}>{t.jobs.types[job.type]}, </span>
        <b>{t.jobs.field(job.field)}</b>
      </span>
      <span>
        <Icon shape="shield" small /> {t.jobs.strategy} <b>{t.jobs.strategies[job.strategy]}</b>
      </span>
      <JobInstructions job={job} />
      <span>
        {written(job)} <b>{writerName(job.writer)}</b>
      </span>
      <Spent job={job} />
    </div>
  );
}

function written(job: Job): string {
  if (!job.started_at) return t.jobs.toBeWritten;
  if (!job.finished_at) return t.jobs.writing;
  return t.jobs.writtenBy(t.jobs.spanOf(moment(job.started_at), time(job.finished_at)));
}
