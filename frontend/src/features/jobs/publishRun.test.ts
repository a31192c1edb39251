import { expect, test } from "vitest";
import type { Run } from "@/contract";
import { runOf, settled, tells } from "./publishRun";

const run = (part: Partial<Run> = {}): Run => ({
  plan: "p",
  kind: "publish",
  shops: ["s"],
  confirmed_at: "2026-10-14T08:00:00Z",
  job_id: "431",
  total: 111,
  waiting: 0,
  published: 0,
  undone: 0,
  conflict: 0,
  failed: 0,
  withdrawn: 0,
  ...part,
});

test("progress is the plan's, independent of other changes in the job", () => {
  const going = runOf(run({ published: 27, failed: 3, conflict: 1, waiting: 80 }), undefined, true);
  expect(going).toMatchObject({ kind: "going", plan: "p", total: 111 });
  expect(settled(going)).toBe(31);
});

test("the result tells what became of all of them", () => {
  const over = runOf(run({ published: 107, failed: 3, conflict: 1 }), undefined, false);
  expect(over).toMatchObject({ kind: "over", unsent: 0 });
  expect(tells(over)).toBe(true);
});

test("what was withdrawn is counted as not sent", () => {
  const over = runOf(run({ published: 11, withdrawn: 100 }), undefined, false);
  expect(over).toMatchObject({ kind: "over", tally: { published: 11 }, unsent: 100 });
});

test("a single published text needs no result of its own", () => {
  expect(tells(runOf(run({ total: 1, published: 1 }), undefined, false))).toBe(false);
  expect(tells(runOf(run({ total: 1, conflict: 1 }), undefined, false))).toBe(true);
  expect(tells(runOf(run({ total: 2, published: 2 }), undefined, false))).toBe(true);
});

test("a result that was told or is old is not told again, but one under way is", () => {
  expect(runOf(run({ published: 111 }), "p", false).kind).toBe("still");
  expect(runOf(run({ published: 11, waiting: 100 }), "p", false).kind).toBe("going");
  expect(runOf(run({ plan: "q", published: 111 }), "p", false).kind).toBe("over");
});

test("an undo has no result of publishing", () => {
  expect(runOf(run({ kind: "undo", undone: 111 }), undefined, false).kind).toBe("still");
  expect(runOf(null, undefined, false).kind).toBe("still");
});

test("a job that publishes without review has a result once it is written", () => {
  const own = run({ plan: "job:431", published: 20, total: 20 });
  expect(runOf(own, undefined, true).kind).toBe("still");
  expect(runOf(own, undefined, false).kind).toBe("over");
});
