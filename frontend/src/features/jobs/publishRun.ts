import type { Counts } from "@/domain/types";

/** What became of the drafts that were decided to the shop. */
export interface Tally {
  published: number;
  conflict: number;
  failed: number;
}

/** Publishing of one job, as its counts tell it from one look to the next. */
export type PublishRun =
  | { kind: "still"; before: Counts }
  | { kind: "going"; before: Counts; total: number; tally: Tally }
  | { kind: "over"; before: Counts; tally: Tally; unsent: number };

function since(before: Counts, now: Counts): Tally {
  const more = (key: keyof Tally) => Math.max(0, now[key] - before[key]);
  return { published: more("published"), conflict: more("conflict"), failed: more("failed") };
}

const sum = ({ published, conflict, failed }: Tally) => published + conflict + failed;

/** How many are settled, one way or another. */
export function settled(run: PublishRun): number {
  return run.kind === "still" ? 0 : sum(run.tally);
}

/**
 * The run after the next look. A run may be so short that it was never seen going: what moved since
 * the last look tells of it. While a job writes, its failures are not those of publishing, so only
 * what was seen going counts.
 */
export function nextRun(run: PublishRun, now: Counts, writing: boolean): PublishRun {
  const { before } = run;
  if (now.waiting > 0) {
    const start = run.kind === "over" ? run.before : before;
    const tally = since(start, now);
    // What is withdrawn on the way was decided all the same.
    const decided = run.kind === "going" ? run.total : 0;
    return {
      kind: "going",
      before: start,
      total: Math.max(decided, sum(tally) + now.waiting),
      tally,
    };
  }
  if (run.kind === "going") {
    const tally = since(before, now);
    return { kind: "over", before: now, tally, unsent: Math.max(0, run.total - sum(tally)) };
  }
  const tally = since(before, now);
  if (!writing && tally.published + tally.conflict > 0) {
    return { kind: "over", before: now, tally, unsent: 0 };
  }
  // An undo or a retry moves the counts back: the result of the last run no longer holds.
  const moved = now.published !== before.published || now.failed !== before.failed;
  return run.kind === "over" && !moved ? { ...run, before: now } : { kind: "still", before: now };
}

/** A single text that went out needs no result of its own: its row shows it. */
export function tells(run: PublishRun): boolean {
  if (run.kind !== "over") return false;
  return run.tally.failed + run.tally.conflict + run.unsent > 0 || run.tally.published > 1;
}
