import type { Job } from "@/contract";
import { onlyRewriting } from "@/domain/job";
import { t } from "@/strings";
import type { Shape } from "@/ui/shapes";

/** A step that a person takes with a job as a whole. */
export interface Step {
  name:
    | "cancel"
    | "resume"
    | "write_now"
    | "pause"
    | "retry"
    | "continue"
    | "undo"
    | "approved"
    | "publish";
  icon?: Shape;
  kind?: "primary" | "quiet";
  /** The key on the page of the job. */
  combo?: string;
  /** Whether the service allows it now. */
  allowed(job: Job): boolean;
  label(job: Job): string;
}

/** In the order of the head of a job's page. */
export const steps: Step[] = [
  {
    name: "cancel",
    kind: "quiet",
    allowed: ({ can }) => can.cancel,
    label: (job) => (onlyRewriting(job) > 0 ? t.jobs.cancelRewriting : t.jobs.cancel),
  },
  {
    name: "resume",
    icon: "play",
    allowed: ({ can }) => can.resume,
    label: ({ can }) => (can.write_now ? t.batches.goOn : t.jobs.resume),
  },
  {
    name: "write_now",
    icon: "play",
    allowed: ({ can }) => can.write_now,
    label: () => t.batches.writeNow,
  },
  { name: "pause", icon: "pause", allowed: ({ can }) => can.pause, label: () => t.jobs.pause },
  {
    name: "retry",
    icon: "retry",
    allowed: ({ can }) => can.retry,
    label: ({ ready }) => t.jobs.retry(ready.retry),
  },
  {
    name: "continue",
    allowed: (job) => job.can.continue && job.compared_with === "",
    label: () => t.jobs.writeRestOf,
  },
  {
    name: "undo",
    icon: "undo",
    allowed: ({ can }) => can.undo,
    label: ({ ready }) => t.jobs.undo(ready.undo),
  },
  {
    name: "approved",
    icon: "check",
    allowed: ({ ready }) => ready.approved > 0,
    label: ({ ready }) => t.jobs.publishApproved(ready.approved),
  },
  {
    name: "publish",
    kind: "primary",
    combo: "mod+shift+p",
    allowed: ({ can }) => can.publish,
    label: ({ ready }) => t.jobs.publishAll(ready.publish),
  },
];

/** In a menu, where the first entry has the focus, what ends a job comes last. */
export const menuSteps = [
  ...steps.filter(({ name }) => name !== "cancel"),
  ...steps.filter(({ name }) => name === "cancel"),
];

/** Known by its name: its label counts what a job goes on to write, and its question says what it takes. */
export const asksOf = ({ name }: Step) => (ASKS.has(name) ? name : undefined);

const ASKS = new Set<Step["name"]>(["undo", "approved", "publish"]);

export const stepsOf = (job: Job) => steps.filter((step) => step.allowed(job));
