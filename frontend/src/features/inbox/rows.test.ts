import { expect, test } from "vitest";
import type { Inbox } from "@/contract";
import { item } from "@/testing/fixtures";
import { opened, rowsOf, step } from "./rows";

const job = (id: string, left: number) => ({ id, left, name: `Job ${id}` });
const inbox = {
  shops: [
    { id: "a", name: "A", jobs: [job("2", 9), job("1", 1)] },
    { id: "b", name: "B", jobs: [job("3", 4)] },
  ],
} as Inbox;
const drafts = Array.from({ length: 8 }, (_, i) => item({ id: `2/${i + 1}`, job_id: "2" }));

test("the first job is open, lists its next drafts, and says how many follow", () => {
  const rows = rowsOf(inbox, opened(inbox, undefined), drafts);
  expect(rows.map(({ kind }) => kind)).toEqual([
    "shop",
    "job",
    ...Array(5).fill("draft"),
    "more",
    "job",
    "shop",
  ]);
  expect(rows.find((row) => row.kind === "more")).toMatchObject({ n: 4 });
});

test("drafts of the job that was open before are not shown under another", () => {
  const rows = rowsOf(inbox, { shop: "b", job: "3" }, drafts);
  expect(rows.map(({ id }) => id)).toEqual(["a", "b", "job 3", "more 3"]);
});

test("the cursor steps over what is no line of its own, and stays at the ends", () => {
  const rows = rowsOf(inbox, opened(inbox, undefined), drafts);
  expect(step(rows, 6, 1)).toBe(8);
  expect(step(rows, 8, -1)).toBe(6);
  expect(step(rows, 0, -1)).toBe(0);
  expect(step(rows, rows.length - 1, 1)).toBe(rows.length - 1);
  expect(step(rows, rows.length, -1)).toBe(rows.length - 1);
});
