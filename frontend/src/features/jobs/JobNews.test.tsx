import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { counts, job } from "@/testing/fixtures";
import { JobNews } from "./JobNews";
import type { PublishRun } from "./publishRun";

const shop = { kind: "demo" } as const;

const running = (done: number, total: number) =>
  job({ state: "running", progress: { done, total, percent: 0 } });

test.each([
  ["before the beginning", job({ state: "queued" }), "Queued"],
  ["the beginning", running(0, 200), "Writing: 0 of 200"],
  ["between two steps, the last of them", running(39, 200), "Writing: 20 of 200"],
  ["a step", running(40, 200), "Writing: 40 of 200"],
  ["few items, each of them", running(3, 7), "Writing: 3 of 7"],
  ["the end of the writing", running(200, 200), "Writing: 200 of 200"],
  [
    "publishing, of what was decided",
    job({ counts: counts({ published: 5, waiting: 15 }) }),
    "Publishing: 4 of 20",
  ],
  [
    "how many drafts are written again",
    job({ rewriting: { ...job().rewriting, total: 20, waiting: 12, paused: 2, written: 6 } }),
    "Writing again: 6 of 20",
  ],
  [
    "when nothing moves, its state",
    job({ counts: counts({ successful: 198, failed: 2 }) }),
    "Completed: 198 written, 2 failed",
  ],
])("says %s", (_, known, said) => {
  render(<JobNews job={known} run={{ kind: "still" }} shop={shop} />);
  expect(screen.getByRole("status", { name: "Progress" })).toHaveTextContent(said);
  expect(screen.getByRole("status")).toHaveAttribute("aria-live", "polite");
});

const tally = { published: 9, conflict: 1, failed: 2 };

test.each<[string, PublishRun, string]>([
  [
    "how far publishing has come",
    { kind: "going", plan: "p", total: 40, tally },
    "Publishing: 12 of 40",
  ],
  [
    "what became of it, once",
    { kind: "over", plan: "p", tally, unsent: 0 },
    "9 published, 2 failed and 1 in conflict.",
  ],
])("says %s", (_, run, said) => {
  render(<JobNews job={job()} run={run} shop={shop} />);
  expect(screen.getByRole("status")).toHaveTextContent(said);
});
