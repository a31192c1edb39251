import { t } from "@/strings";
import { Icon, type Tone } from "./Icon";
import classes from "./Mark.module.css";
import type { Shape } from "./shapes";

interface Look {
  shape: Shape;
  tone?: Tone;
  turning?: boolean;
}

const looks = {
  unpublished: { shape: "unpublished", tone: "wait" },
  published: { shape: "check", tone: "ok" },
  collected: { shape: "check" },
  failed: { shape: "cross", tone: "bad" },
  conflict: { shape: "conflict", tone: "warn" },
  changed: { shape: "changed", tone: "warn" },
  rejected: { shape: "struck" },
  cancelled: { shape: "struck" },
  skipped: { shape: "struck" },
  pending: { shape: "clock" },
  generating: { shape: "running", tone: "accent", turning: true },
  rewriting: { shape: "running", tone: "accent", turning: true },
  undone: { shape: "undo" },
  withdrawn: { shape: "struck" },
  queued: { shape: "clock" },
  publishing: { shape: "running", tone: "accent", turning: true },
} satisfies Record<string, Look>;

export type MarkName = keyof typeof looks;

/** The mark alone, for places that show its word elsewhere. */
export function MarkIcon({ of }: { of: MarkName }) {
  const look: Look = looks[of];
  return <Icon shape={look.shape} tone={look.tone ?? "dim"} turning={look.turning} small />;
}

/** The status of an item: always colour, mark and word. */
export function Mark({ of }: { of: MarkName }) {
  const look: Look = looks[of];
  return (
    <span className={classes.mark} data-tone={look.tone}>
      <MarkIcon of={of} />
      <span>{t.marks[of]}</span>
    </span>
  );
}

interface JobLook extends Look {
  filled?: boolean;
}

const jobLooks = {
  queued: { shape: "clock" },
  running: { shape: "running", tone: "accent", turning: true, filled: true },
  paused: { shape: "pause", tone: "warn", filled: true },
  completed: { shape: "check", tone: "ok" },
  errors: { shape: "warn", tone: "bad" },
  cancelled: { shape: "struck" },
  failed: { shape: "cross", tone: "bad", filled: true },
  publishing: { shape: "running", tone: "accent", turning: true, filled: true },
  rewriting: { shape: "running", tone: "accent", turning: true, filled: true },
  rewritingPaused: { shape: "pause", tone: "warn", filled: true },
} satisfies Record<string, JobLook>;

export type JobMarkName = keyof typeof jobLooks;

/** The status of a job. Only those at work, paused or failed have a filled badge. */
export function JobMark({ of }: { of: JobMarkName }) {
  const look: JobLook = jobLooks[of];
  return (
    <span className={classes.badge} data-tone={look.filled ? look.tone : undefined}>
      <Icon shape={look.shape} tone={look.tone} turning={look.turning} small />
      {t.jobMarks[of]}
    </span>
  );
}

/** A short fact on a tinted ground: a warning, a count. */
export function Tag({ tone, shape, children }: { tone: Tone; shape: Shape; children: string }) {
  return (
    <span className={classes.badge} data-tone={tone}>
      <Icon shape={shape} tone={tone} small />
      {children}
    </span>
  );
}
