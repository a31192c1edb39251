import type { Run } from "@/contract";

/** What became of the drafts of a plan. */
export interface Tally {
  published: number;
  conflict: number;
  failed: number;
}

/** The publishing of a job: nothing to report, under way, or ended with its result. */
export type PublishRun =
  | { kind: "still" }
  | { kind: "going"; plan: string; total: number; tally: Tally }
  | { kind: "over"; plan: string; tally: Tally; unsent: number };

/** The plan of a job that publishes without review grows while the job writes. */
const ofJob = (plan: string) => plan.startsWith("job:");

/** A confirmed plan as the page reports it. past: the plan whose result was reported, or is old. */
export function runOf(
  run: Run | null | undefined,
  past: string | undefined,
  writing: boolean,
): PublishRun {
  if (!run || run.kind === "undo" || run.total === 0) return { kind: "still" };
  const { plan, total, waiting, published, conflict, failed, withdrawn } = run;
  const tally = { published, conflict, failed };
  if (waiting > 0) return { kind: "going", plan, total, tally };
  if (plan === past || (writing && ofJob(plan))) return { kind: "still" };
  return { kind: "over", plan, tally, unsent: withdrawn };
}

/** How many are settled, one way or another. */
export function settled(run: PublishRun): number {
  if (run.kind === "still") return 0;
  const { published, conflict, failed } = run.tally;
  return published + conflict + failed;
}

/** A single published text needs no result message: its row shows it. */
export function tells(run: PublishRun): boolean {
  if (run.kind !== "over") return false;
  return run.tally.failed + run.tally.conflict + run.unsent > 0 || run.tally.published > 1;
}
