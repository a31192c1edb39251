import { expect, test } from "vitest";
import type { Job } from "@/contract";
import { asksOf, menuSteps } from "./steps";

test("in a menu, which begins with the focus on its first entry, what ends a job is the last", () => {
  expect(menuSteps.map(({ name }) => name).indexOf("cancel")).toBe(menuSteps.length - 1);
});

test("of a counted step, only one that asks first is known by its name while the count changes", () => {
  const withReady = (n: number) =>
    ({ can: {}, counts: {}, ready: { retry: n, undo: n, approved: n, publish: n } }) as Job;
  const counted = menuSteps.filter(
    (step) => step.name !== "cancel" && step.label(withReady(12)) !== step.label(withReady(13)),
  );
  const known = counted.map((step) => [step.name, asksOf(step) !== undefined]);
  expect(known).toEqual(
    counted.map((step) => [step.name, step.label(withReady(12)).endsWith("…")]),
  );
  expect(Object.fromEntries(known)).toEqual({
    retry: false,
    undo: true,
    approved: true,
    publish: true,
  });
});
