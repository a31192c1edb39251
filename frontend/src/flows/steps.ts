import type { Decision } from "@/contract";

/** Something that was done to drafts of a job here, with what it takes to take it back. */
export type Step =
  | {
      kind: "decisions";
      job: string;
      before: { id: string; revision: number; decision: Decision }[];
    }
  /** The edit made this revision; before it the draft read so. */
  | { kind: "edit"; job: string; item: string; revision: number; before: string }
  | { kind: "keep"; job: string; item: string; revision: number; message: string };

/** What was done last, for Ctrl Z, from the oldest on. */
const steps: Step[] = [];

/** How many steps back are kept. */
const MOST = 100;

export function remember(step: Step): void {
  steps.push(step);
  steps.splice(0, steps.length - MOST);
}

/** Takes the last step off the list, if it was one of that job. */
export function takeLast(job: string): Step | undefined {
  return steps.at(-1)?.job === job ? steps.pop() : undefined;
}

/** After an edit was taken back, the text of the one before it stands again, under a new number. */
export function renumber(item: string, from: number, to: number): void {
  for (const step of steps) {
    if (step.kind === "edit" && step.item === item && step.revision === from) step.revision = to;
  }
}
