import { expect, test } from "vitest";
import type { Reason } from "@/contract";
import { counts, job } from "@/testing/fixtures";
import { newsOf } from "./news";
import { titleOf } from "./title";

const running = new Map([["431", "running" as const]]);
const told = (part: Parameters<typeof job>[0], before = running) =>
  newsOf(before, [job(part)], undefined).map((news) => news.text);

test("a long job that ends is told of, with what waits and what failed", () => {
  expect(told({ counts: counts({ to_review: 246, failed: 14 }) })).toEqual([
    "Written. 246 to review, 14 failed.",
  ]);
  expect(told({ counts: counts({ published: 3 }) })).toEqual(["Written."]);
});

test("a job that took seconds, and an unchanged one, are not", () => {
  expect(told({ finished_at: "2026-10-14T08:31:09Z" })).toEqual([]);
  expect(told({ state: "running" })).toEqual([]);
  expect(newsOf(new Map(), [job()], undefined)).toEqual([]);
});

test("a job is not told of where its own page says it", () => {
  const [one, other] = [job({ id: "431" }), job({ id: "432" })];
  const both = new Map([...running, ["432", "running" as const]]);
  expect(newsOf(both, [one, other], "431").map((news) => news.job.id)).toEqual(["432"]);
});

test("a job that pauses for a reason is told of, one that a person paused is not", () => {
  const reason: Reason = { code: "writer_key", message: "The endpoint refused the key." };
  expect(told({ state: "paused", reason })).toEqual([reason.message]);
  expect(told({ state: "paused" })).toEqual([]);
  expect(told({ state: "cancelled" })).toEqual([]);
});

test("the title begins with what waits for review", () => {
  expect(titleOf("Quillmoor Home", 1413)).toBe("(1,413) Quillmoor Home – Galley");
  expect(titleOf("Quillmoor Home", 0)).toBe("Quillmoor Home – Galley");
  expect(titleOf(undefined, 0)).toBe("Galley");
});
