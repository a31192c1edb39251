import { expect, test } from "vitest";
import { counts } from "@/testing/fixtures";
import { nextRun, type PublishRun, settled, tells } from "./publishRun";

const start: PublishRun = { kind: "still", before: counts({ published: 5 }) };
const look = (run: PublishRun, part: Parameters<typeof counts>[0], writing = false) =>
  nextRun(run, counts(part), writing);

test("progress counts from before the first look at it", () => {
  const going = look(start, { published: 36, waiting: 80 });
  expect(going).toMatchObject({ kind: "going", total: 111 });
  expect(settled(going)).toBe(31);
  const later = look(going, { published: 80, failed: 3, conflict: 1, waiting: 32 });
  expect(later).toMatchObject({ kind: "going", total: 111 });
  expect(settled(later)).toBe(79);
});

test("the result tells what became of all of them", () => {
  const going = look(start, { published: 36, waiting: 80 });
  const over = look(going, { published: 112, failed: 3, conflict: 1 });
  expect(over).toMatchObject({
    kind: "over",
    tally: { published: 107, failed: 3, conflict: 1 },
    unsent: 0,
  });
  expect(tells(over)).toBe(true);
});

test("what was stopped is counted as not sent", () => {
  const over = look(look(start, { published: 10, waiting: 90 }), { published: 15 });
  expect(over).toMatchObject({ kind: "over", tally: { published: 10 }, unsent: 85 });
});

test("a run too short to be seen going has a result all the same", () => {
  expect(tells(look(start, { published: 7 }))).toBe(true);
  expect(tells(look(start, { published: 6 }))).toBe(false);
  expect(tells(look(start, { published: 5, conflict: 1 }))).toBe(true);
});

test("failures of writing are no result of publishing", () => {
  expect(look(start, { published: 5, failed: 4 }).kind).toBe("still");
  expect(look(start, { published: 9, failed: 4 }, true).kind).toBe("still");
});

test("an undo ends what a result says", () => {
  const over = look(start, { published: 7 });
  expect(look(over, { published: 7 }).kind).toBe("over");
  expect(look(over, { published: 0 }).kind).toBe("still");
});
