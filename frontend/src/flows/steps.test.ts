import { expect, test } from "vitest";
import { remember, renumber, type Step, takeLast } from "./steps";

const edit = (job: string, revision: number): Step => ({
  kind: "edit",
  job,
  item: `${job}/1`,
  revision,
  before: "Before",
});

test("the last step is taken back first, and only where it was made", () => {
  remember(edit("1", 2));
  remember(edit("2", 2));
  remember(edit("2", 3));
  expect(takeLast("1")).toBeUndefined();
  expect(takeLast("2")).toEqual(edit("2", 3));
  expect(takeLast("2")).toEqual(edit("2", 2));
  expect(takeLast("2")).toBeUndefined();
  expect(takeLast("1")).toEqual(edit("1", 2));
});

test("one edit after the other can be taken back", () => {
  remember(edit("4", 2));
  remember(edit("4", 3));
  expect(takeLast("4")).toMatchObject({ revision: 3 });
  renumber("4/1", 2, 4);
  expect(takeLast("4")).toMatchObject({ revision: 4 });
});

test("a hundred steps are kept", () => {
  for (let revision = 1; revision <= 130; revision++) remember(edit("3", revision));
  let taken = 0;
  while (takeLast("3")) taken++;
  expect(taken).toBe(100);
});
