import type { Decision, WarningKey } from "@/contract";

/** Something that was done to drafts of a job here, with what is needed to undo it. */
export type Step =
  | {
      kind: "decisions";
      job: string;
      before: { id: string; revision: number; decision: Decision }[];
    }
  /** The edit made this revision; this was the draft before. */
  | { kind: "edit"; job: string; item: string; revision: number; before: string }
  | { kind: "keep"; job: string; item: string; revision: number; warning: WarningKey }
  /** One answer in many drafts. */
  | { kind: "answer"; job: string; id: number };

/** What was done last, for Ctrl Z, oldest first. */
const steps: Step[] = [];

/** How many steps are kept. */
const MOST = 100;

export function remember(step: Step): void {
  steps.push(step);
  steps.splice(0, steps.length - MOST);
}

/** Removes the last step from the list, if it was one of that job. */
export function takeLast(job: string): Step | undefined {
  return steps.at(-1)?.job === job ? steps.pop() : undefined;
}

/** After an edit was undone, the text before it is current again, under a new number. */
export function renumber(item: string, from: number, to: number): void {
  for (const step of steps) {
    if (step.kind === "edit" && step.item === item && step.revision === from) step.revision = to;
  }
}
