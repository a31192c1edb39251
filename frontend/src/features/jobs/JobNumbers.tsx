import type { ReactNode } from "react";
import { describeError, perform, useShop, useWithdraw } from "@/api";
import type { Job } from "@/contract";
import { timing, written } from "@/domain/job";
import { publishingWords } from "@/domain/publishingWords";
import { count, percent } from "@/lib/format";
import { t } from "@/strings";
import { Progress, StackedBar } from "@/ui/Bars";
import { Button } from "@/ui/Button";
import { MarkIcon, type MarkName } from "@/ui/Mark";
import { notifyTrouble } from "@/ui/notify";
import { useNow } from "@/ui/useNow";
import classes from "./JobNumbers.module.css";
import { type PublishRun, settled } from "./publishRun";

interface JobNumbersProps {
  job: Job;
  run: PublishRun;
  /** The shop's outbox waits for something. */
  halted: boolean;
}

/** The five numbers of a job, and how far writing and publishing have come. */
export function JobNumbers({ job, run, halted }: JobNumbersProps) {
  const words = t.jobs.counts;
  const { counts } = job;
  const publishing = publishingWords(useShop(job.shop_id));
  return (
    <section className={classes.nums} aria-label={words.label}>
      <Figure name={words.total} value={counts.total} note={restOf(job)} />
      <Figure
        name={words.successful}
        value={counts.successful}
        note={counts.total > 0 ? percent(counts.successful, counts.total) : words.nothing}
      />
      <Figure
        name={words.failed}
        mark="failed"
        value={counts.failed}
        note={counts.skipped > 0 ? words.skipped(counts.skipped) : ""}
      />
      <Figure
        name={publishing.column}
        mark={publishing.mark}
        value={counts.published}
        note={counts.waiting > 0 ? (halted ? words.held : words.waiting)(counts.waiting) : ""}
      />
      <Figure
        name={words.pending}
        mark="unpublished"
        value={counts.pending_review}
        note={pendingNote(job)}
      />
      <div className={classes.bars}>
        {job.rewriting.waiting + job.rewriting.paused > 0 ? (
          <Rewriting of={job.rewriting} />
        ) : (
          <Written job={job} halted={halted} />
        )}
        {run.kind === "going" ? (
          <Going job={job} run={run} words={publishing.progress} halted={halted} />
        ) : (
          <Published job={job} name={publishing.published} halted={halted} />
        )}
      </div>
    </section>
  );
}

function restOf(job: Job): string {
  const { counts, progress } = job;
  if (counts.cancelled > 0) return t.jobs.counts.cancelled(counts.cancelled);
  const rest = progress.total - progress.done;
  return rest > 0 ? t.jobs.counts.stillToWrite(rest) : t.jobs.counts.allTried;
}

function pendingNote({ counts }: Job): string {
  if (counts.conflict > 0) return t.jobs.counts.conflict(counts.conflict);
  return counts.approved > 0 ? t.jobs.counts.approved(counts.approved) : "";
}

function Figure(props: { name: string; value: number; note: string; mark?: MarkName }) {
  return (
    <div className={classes.num}>
      <div className={classes.name}>
        {props.mark && <MarkIcon of={props.mark} />} {props.name}
      </div>
      <div className={classes.value}>{count(props.value)}</div>
      <div className={classes.note}>{props.note}</div>
    </div>
  );
}

/** About how long what is under way still takes; nothing while the outbox is stopped, as nothing moves. */
function TimeLeft({ job, halted }: { job: Job; halted: boolean }) {
  const going = job.publishing ? !halted : job.state === "running";
  const now = useNow(going);
  const left = going ? timing(job, now.getTime()) : "";
  return left && <span className={classes.left}>{left}</span>;
}

function Written({ job, halted }: { job: Job; halted: boolean }) {
  const { done, total } = written(job);
  const words = t.jobs.writtenOf(done, total);
  return (
    <Bar
      name={t.jobs.written}
      words={
        <>
          {words} {!job.publishing && <TimeLeft job={job} halted={halted} />}
        </>
      }
      share={percent(done, total)}
    >
      <Progress
        done={done}
        total={total}
        tone={job.state === "running" ? "accent" : "done"}
        label={`${t.jobs.written}: ${words}`}
      />
    </Bar>
  );
}

/** Progress of a regenerate of many drafts. */
function Rewriting({ of }: { of: Job["rewriting"] }) {
  const paused = of.waiting === 0;
  const done = of.total - of.waiting - of.paused;
  const words = t.jobs.rewrittenOf(done, of.total);
  const name = t.jobs.rewriting(paused);
  return (
    <Bar name={name} words={words} share={percent(done, of.total)}>
      <Progress
        done={done}
        total={of.total}
        tone={paused ? "done" : "accent"}
        label={`${name}: ${words}`}
      />
    </Bar>
  );
}

function Published({ job, name, halted }: { job: Job; name: string; halted: boolean }) {
  const { counts } = job;
  const words = t.jobs.publishedOf(counts.published, counts.successful);
  const share = counts.successful > 0 ? percent(counts.published, counts.successful) : "";
  const review = Math.max(0, counts.pending_review - counts.conflict);
  return (
    <Bar
      name={name}
      words={
        <>
          {words} {job.publishing && <TimeLeft job={job} halted={halted} />}
        </>
      }
      share={share}
    >
      <StackedBar
        label={`${name}: ${words}`}
        total={counts.total}
        parts={[
          { tone: "ok", value: counts.published },
          { tone: "wait", value: review },
          { tone: "warn", value: counts.conflict },
          { tone: "done", value: counts.rejected },
          { tone: "bad", value: counts.failed },
        ]}
      />
    </Bar>
  );
}

interface GoingProps {
  job: Job;
  run: PublishRun & { kind: "going" };
  words: (done: number, total: number) => string;
  halted: boolean;
}

/** Progress of publishing, with Stop. */
function Going({ job, run, words: progress, halted }: GoingProps) {
  const done = settled(run);
  const words = progress(done, run.total);
  return (
    <Bar
      name={words}
      words={
        <>
          <TimeLeft job={job} halted={halted} />
          <Stop job={job} plan={run.plan} />
        </>
      }
      share={percent(done, run.total)}
    >
      <Progress done={done} total={run.total} tone="accent" label={words} />
    </Bar>
  );
}

/** Withdraws what the plan queued and is not sent yet. */
function Stop({ job, plan }: { job: Job; plan: string }) {
  const withdraw = useWithdraw();
  return (
    <Button
      kind="quiet"
      small
      busy={withdraw.isPending}
      onClick={() =>
        perform(
          withdraw,
          { plan, shop_id: job.shop_id, job_id: job.id, item_ids: [] },
          { onError: (error) => notifyTrouble(describeError(error)) },
        )
      }
    >
      {t.publishResult.stop}
    </Button>
  );
}

function Bar(props: { name: ReactNode; words: ReactNode; share: string; children: ReactNode }) {
  return (
    <div>
      <div className={classes.label}>
        <span>
          <b>{props.name}</b> {props.words}
        </span>
        <b>{props.share}</b>
      </div>
      {props.children}
    </div>
  );
}
