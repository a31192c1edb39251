import { stepThatLeft } from "@/api";
import type { WarningKey } from "@/contract";

/** Something that was done to drafts here. */
export type Step =
  /** Decisions, as the backend noted them. */
  | { kind: "decisions"; steps: Promise<number[]> }
  /** The edit made this revision. */
  | { kind: "edit"; job: string; item: string; revision: number; before?: string }
  | { kind: "keep"; job: string; item: string; revision: number; warning: WarningKey }
  /** One answer in many drafts. */
  | { kind: "answer"; job: string; id: number };

/** What can be undone or redone: steps of the backend, or an answer. */
export interface Done {
  steps: Promise<number[]>;
  answer?: { job: string; id: number };
}

/** How many are remembered. */
const MOST = 100;

const KEPT = "galley.steps";

interface Kept {
  undo: number[][];
  redo: number[][];
}

const lists = recall();

function recall(): { undo: Done[]; redo: Done[] } {
  const done = (ids: number[]): Done => ({ steps: Promise.resolve(ids) });
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? "{}") as Partial<Kept>;
    return { undo: (kept.undo ?? []).map(done), redo: (kept.redo ?? []).map(done) };
  } catch {
    return { undo: [], redo: [] };
  }
}

/** Outlives a reload of this page, not the page. Answers in many drafts do not. */
async function keep(): Promise<void> {
  const ids = async (list: Done[]) =>
    (await Promise.all(list.filter(({ answer }) => !answer).map(({ steps }) => steps))).filter(
      (some) => some.length > 0,
    );
  try {
    const kept: Kept = { undo: await ids(lists.undo), redo: await ids(lists.redo) };
    sessionStorage.setItem(KEPT, JSON.stringify(kept));
  } catch {
    // This browser stores nothing: then they last as long as this page.
  }
}

async function noted(step: Exclude<Step, { kind: "decisions" | "answer" }>): Promise<number[]> {
  const id = await stepThatLeft({ id: step.item, revision: step.revision }, step.kind);
  return id === undefined ? [] : [id];
}

/** Remembers what was done last; what was undone before cannot be redone any more. */
export function remember(step: Step): void {
  lists.redo.length = 0;
  if (step.kind === "answer") {
    push("undo", { steps: Promise.resolve([]), answer: { job: step.job, id: step.id } });
    return;
  }
  const made = step.kind === "decisions" ? step.steps : noted(step);
  const done: Done = {
    steps: made.catch(() => {
      lists.undo = lists.undo.filter((other) => other !== done); // it did not happen
      return [];
    }),
  };
  push("undo", done);
}

export function push(to: "undo" | "redo", done: Done): void {
  lists[to].push(done);
  lists[to].splice(0, lists[to].length - MOST);
  void keep();
}

/** Takes the last one off its list. */
export function takeLast(from: "undo" | "redo"): Done | undefined {
  const last = lists[from].pop();
  void keep();
  return last;
}
