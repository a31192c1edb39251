import { screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Job } from "@/contract";
import { job } from "@/testing/fixtures";
import { show } from "@/testing/render";
import { JobNumbers } from "./JobNumbers";
import type { PublishRun } from "./publishRun";

vi.mock("@/api", () => ({
  useShop: () => undefined,
  useWithdraw: () => ({ isPending: false }),
}));

const started = "2026-10-14T09:00:00Z";
beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse(started) + 3 * 60_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

const still: PublishRun = { kind: "still" };
const tally = { published: 100, conflict: 0, failed: 0 };
const going: PublishRun = { kind: "going", plan: "p", total: 400, tally };
const publishing = {
  total: 400,
  waiting: 300,
  undo: false,
  started_at: started,
} as Job["publishing"];

test("a job that publishes says how long that still takes, also where texts are put back", () => {
  const { unmount } = show(<JobNumbers job={job({ publishing })} run={going} halted={false} />);
  expect(screen.getByText("about 9 min left")).toBeVisible();
  unmount();
  show(<JobNumbers job={job({ publishing })} run={still} halted={false} />);
  expect(screen.getByText("about 9 min left")).toBeVisible();
});

test("nothing is left to wait for while the outbox is stopped", () => {
  show(<JobNumbers job={job({ publishing })} run={going} halted />);
  expect(screen.queryByText(/left$/)).toBeNull();
});

test("a job that writes says how long that still takes, an ended one nothing", () => {
  const progress = { done: 100, total: 400, percent: 25 };
  const running = job({ state: "running", started_at: started, finished_at: null, progress });
  const { unmount } = show(<JobNumbers job={running} run={still} halted={false} />);
  expect(screen.getByText("about 9 min left")).toBeVisible();
  unmount();
  show(<JobNumbers job={job({})} run={still} halted={false} />);
  expect(screen.queryByText(/left$/)).toBeNull();
});
