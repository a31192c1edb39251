import { beforeEach, expect, test, vi } from "vitest";
import { push, remember, takeLast } from "./steps";

const stepThatLeft = vi.fn<() => Promise<number | undefined>>();
vi.mock("@/api", () => ({ stepThatLeft: () => stepThatLeft() }));

const decided = (...ids: number[]) => remember({ kind: "decisions", steps: Promise.resolve(ids) });

beforeEach(() => {
  while (takeLast("undo"));
  while (takeLast("redo"));
});

test("the last step is undone first, over all jobs", async () => {
  decided(1);
  stepThatLeft.mockResolvedValue(2);
  remember({ kind: "edit", job: "7", item: "7/1", revision: 3 });
  expect(await takeLast("undo")?.steps).toEqual([2]);
  expect(await takeLast("undo")?.steps).toEqual([1]);
  expect(takeLast("undo")).toBeUndefined();
});

test("what is undone can be redone until something else is done", () => {
  decided(1);
  const last = takeLast("undo");
  if (last) push("redo", last);
  decided(2);
  expect(takeLast("redo")).toBeUndefined();
});

test("an edit that cannot be undone is known, and a decision that failed is forgotten", async () => {
  stepThatLeft.mockResolvedValue(undefined);
  remember({ kind: "edit", job: "7", item: "7/1", revision: 3 });
  expect(await takeLast("undo")?.steps).toEqual([]);
  const failing = Promise.reject(new Error("no"));
  remember({ kind: "decisions", steps: failing });
  await failing.catch(() => {});
  await Promise.resolve();
  expect(takeLast("undo")).toBeUndefined();
});

test("a hundred steps are remembered", () => {
  for (let id = 1; id <= 130; id++) decided(id);
  let taken = 0;
  while (takeLast("undo")) taken++;
  expect(taken).toBe(100);
});
