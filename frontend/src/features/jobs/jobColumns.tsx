import type { RefObject } from "react";
import type { Job, Shop } from "@/contract";
import { timing, written } from "@/domain/job";
import { failedWords } from "@/domain/outcome";
import { publishingWords } from "@/domain/publishingWords";
import { count, moment, percent } from "@/lib/format";
import { t } from "@/strings";
import { type BarTone, Progress, StackedBar } from "@/ui/Bars";
import { Icon } from "@/ui/Icon";
import { MarkIcon, type MarkName } from "@/ui/Mark";
import type { Column } from "@/ui/table/columns";
import text from "@/ui/text.module.css";
import { useNow } from "@/ui/useNow";
import { JobMenu } from "./JobMenu";
import { JobStatus } from "./JobStatus";
import classes from "./jobColumns.module.css";
import type { JobActions } from "./useJobActions";
import type { TakeStep } from "./useJobSteps";

/** What is done with the job of a row. */
export interface RowActions {
  actions: JobActions;
  take: TakeStep;
}

/** The job list: progress and publish statistics, as numbers and as bars. */
export function jobColumns(
  shop: Pick<Shop, "kind"> | undefined,
  latest: RefObject<RowActions>,
): Column<Job>[] {
  const { columns } = t.jobs;
  const publishing = publishingWords(shop);
  return [
    {
      id: "no",
      header: columns.no,
      width: "2rem",
      cell: (job) => <span className={text.dim}>{job.id}</span>,
    },
    { id: "job", header: columns.job, width: "minmax(7rem, 1fr)", cell: name },
    {
      id: "field",
      header: columns.field,
      width: "clamp(4.5rem, 8vw, 7.25rem)",
      cell: (job) => <span className={text.cut}>{t.jobs.field(job.field)}</span>,
    },
    { id: "status", header: columns.status, width: "clamp(9.75rem, 13vw, 12rem)", cell: status },
    { id: "progress", header: columns.progress, width: "clamp(7rem, 11vw, 10rem)", cell: progress },
    {
      id: "statistics",
      header: (
        <span className={classes.three}>
          <span title={publishing.published}>{publishing.column}</span>
          <span>{columns.review}</span>
          <span>{columns.failed}</span>
        </span>
      ),
      width: "clamp(11.5rem, 13vw, 12rem)",
      cell: (job) => statistics(job, publishing),
    },
    {
      id: "created",
      header: columns.created,
      width: "5.25rem",
      right: true,
      cell: (job) => <span className={`${text.mut} ${text.cut}`}>{moment(job.created_at)}</span>,
    },
    {
      id: "more",
      header: columns.more,
      unseen: true,
      width: "1.75rem",
      cell: (job) => (
        <JobMenu
          job={job}
          actions={latestOf(latest)}
          onStep={(step, of) => latest.current.take(step, of)}
        />
      ),
    },
  ];
}

/** The menu of a row that is not rendered again calls the latest actions. */
function latestOf(latest: RefObject<RowActions>): JobActions {
  return {
    rename: (job) => latest.current.actions.rename(job),
    again: (job, otherWords) => latest.current.actions.again(job, otherWords),
    archive: (job) => latest.current.actions.archive(job),
  };
}

function name(job: Job) {
  const type = t.jobs.types[job.type];
  return (
    <div className={text.two}>
      <div className={`${text.b} ${text.cut}`}>{job.name}</div>
      <div className={`${text.xs} ${text.dim} ${text.cut}`}>
        <Icon shape={job.type === "alt_text" ? "image" : "lines"} small />{" "}
        {job.strategy === "publish" ? `${type}, ${t.jobs.withoutReview}` : type}
      </div>
    </div>
  );
}

function status(job: Job) {
  const going = job.state === "running" || job.publishing !== null;
  return (
    <span className={`${text.row} ${classes.status}`}>
      <JobStatus job={job} inRow />
      {going ? <Ticking job={job} /> : <Timing job={job} now={Date.now()} />}
    </span>
  );
}

/** What is under way counts every second. */
function Ticking({ job }: { job: Job }) {
  return <Timing job={job} now={useNow(true).getTime()} />;
}

function Timing({ job, now }: { job: Job; now: number }) {
  const { counts, state, publishing } = job;
  // The line below says how many failed, and why, where that is known.
  const failed =
    counts.failed > 0 && state === "completed" && !publishing && failedWords(job) === "";
  return (
    <span className={`${text.xs} ${text.cut} ${failed ? `${text.bad} ${text.b}` : text.dim}`}>
      {failed ? t.jobs.failed(counts.failed) : timing(job, now)}
    </span>
  );
}

const barTones: Record<Job["state"], BarTone> = {
  queued: "muted",
  running: "accent",
  paused: "muted",
  completed: "done",
  cancelled: "muted",
  failed: "muted",
};

function progress(job: Job) {
  const { done, total } = written(job);
  const words = t.jobs.writtenOf(done, total);
  return (
    <div title={words}>
      <div className={classes.over}>
        <b className={text.b}>{percent(done, total)}</b>
        <span className={`${text.xs} ${text.mut}`}>{t.jobs.ofTotal(done, total)}</span>
      </div>
      <Progress done={done} total={total} tone={barTones[job.state]} label={words} />
    </div>
  );
}

function statistics(job: Job, words: ReturnType<typeof publishingWords>) {
  const { published, pending_review: review, failed, total } = job.counts;
  return (
    <div>
      <div className={`${classes.over} ${classes.three}`}>
        <Figure n={published} mark={words.mark} />
        <Figure n={review} mark="unpublished" />
        <Figure n={failed} mark="failed" />
      </div>
      <StackedBar
        label={words.statistics(published, review, failed)}
        total={total}
        parts={[
          { tone: "ok", value: published },
          { tone: "wait", value: review },
          { tone: "bad", value: failed },
        ]}
      />
    </div>
  );
}

function Figure({ n, mark }: { n: number; mark: MarkName }) {
  if (n === 0) {
    return (
      <span className={`${classes.figure} ${text.dim}`}>
        <Icon shape="zero" small />0
      </span>
    );
  }
  return (
    <span className={classes.figure}>
      <MarkIcon of={mark} />
      {count(n)}
    </span>
  );
}
