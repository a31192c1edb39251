import classes from "./Bars.module.css";

export type BarTone = "accent" | "ok" | "wait" | "warn" | "bad" | "muted" | "done";

interface Part {
  tone: BarTone;
  value: number;
}

interface StackedBarProps {
  parts: Part[];
  total: number;
  /** What the bar shows, in words and numbers: a bar is never shown without them. */
  label: string;
}

/** Shares of a whole, in the order published, to review, conflict, rejected, failed. */
export function StackedBar({ parts, total, label }: StackedBarProps) {
  return (
    <div className={classes.bar} role="img" aria-label={label}>
      {parts
        .filter((part) => part.value > 0)
        .map((part) => (
          <i
            key={part.tone}
            data-tone={part.tone}
            style={{ width: `${(part.value / Math.max(total, 1)) * 100}%` }}
          />
        ))}
    </div>
  );
}

interface ProgressProps {
  done: number;
  total: number;
  tone: BarTone;
  label: string;
}

/** Progress, read out as a progress bar. */
export function Progress({ done, total, tone, label }: ProgressProps) {
  const share = total > 0 ? done / total : 1;
  return (
    <div
      className={classes.bar}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.floor(share * 100)}
    >
      {share > 0 && <i data-tone={tone} style={{ width: `${share * 100}%` }} />}
    </div>
  );
}

/** From this share of a cap on, spending is highlighted. */
const NEAR_CAP = 0.8;

interface CapBarProps {
  spent: number;
  cap: number;
  label: string;
}

/** Spending against a cap. */
export function CapBar({ spent, cap, label }: CapBarProps) {
  const tone = spent >= cap * NEAR_CAP ? "warn" : "muted";
  return <Progress done={Math.min(spent, cap)} total={cap} tone={tone} label={label} />;
}
