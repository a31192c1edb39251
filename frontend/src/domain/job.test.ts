import { expect, test } from "vitest";
import { job } from "@/testing/fixtures";
import { dayGroup, helpFor, statusOf, statusReason, timing, waiting } from "./job";

const started = "2026-10-14T09:00:00Z";
const at = (minutes: number) => Date.parse(started) + minutes * 60_000;

test("a finished job says how long it took, a running one how long it still takes", () => {
  const finished_at = "2026-10-14T09:22:00Z";
  expect(timing(job({ started_at: started, finished_at }), at(60))).toBe("in 22 min");
  const running = job({
    state: "running",
    started_at: started,
    finished_at: null,
    progress: { done: 100, total: 400, percent: 25 },
  });
  expect(timing(running, at(3))).toBe("about 9 min left");
  expect(timing({ ...running, progress: { done: 0, total: 400, percent: 0 } }, at(3))).toBe("");
  expect(timing({ ...running, state: "paused" }, at(3))).toBe("");
});

test("an ended job whose drafts are written again says so", () => {
  const counts = { total: 5, waiting: 3, paused: 0, written: 2, failed: 0, cancelled: 0 };
  const why = { code: "shop_closed", message: "No network." } as const;
  const ended = job({ rewriting: { ...counts, reason: null } });
  expect(statusOf(ended)).toBe("rewriting");
  expect(statusReason(ended)).toContain("2 of 5 drafts written again");
  expect(timing(ended, at(60))).toBe("");
  const paused = job({ rewriting: { ...counts, waiting: 0, paused: 3, reason: why } });
  expect(statusOf(paused)).toBe("rewritingPaused");
  expect(statusReason(paused)).toBe("No network.");
  expect(statusOf({ ...ended, state: "running" })).toBe("running");
  expect(statusOf(job({ rewriting: { ...counts, waiting: 0, reason: null } }))).toBe("completed");
});

test("a job says until when it waits for its endpoint, while it does", () => {
  const now = new Date(2026, 9, 14, 10, 0);
  const until = (hours: number) => new Date(now.getTime() + hours * 3_600_000).toISOString();
  const waits = (hours: number, why: "rate_limit" | "day_limit" = "rate_limit") =>
    job({ state: "running", waits: { for: why, until: until(hours), job: "" } });
  expect(waiting(waits(1), now)).toBe(
    "Waits for the endpoint until 11:00 (rate limit): 1 h to go.",
  );
  expect(waiting(waits(20, "day_limit"), now)).toBe(
    "Waits for the endpoint until Thursday 15 October, 06:00 (day limit): 20 h to go.",
  );
  expect(waiting(waits(-1), now)).toBe("");
  expect(waiting(job({}), now)).toBe("");
  const queued = job({ state: "queued", waits: { for: "job", until: null, job: "12" } });
  expect(waiting(queued, now)).toBe("Waits until job 12 is written.");
  expect(timing(queued, now.getTime())).toBe("after job 12");
});

test("a job says how far its batches are, and until when they take at the latest", () => {
  const now = new Date(2026, 9, 14, 10, 0);
  const latest = new Date(2026, 9, 14, 22, 0).toISOString();
  const sizes = { files: 8, done: 3, requests: 400, answered: 150, set_aside_usd: 2.5 };
  const batches = { ...sizes, stopping: false, latest };
  expect(waiting(job({ state: "running", batches }), now)).toBe(
    "Waits for a batch: 3 of 8 files done, 150 of 400 answered, at the latest by 22:00.",
  );
  expect(waiting(job({ state: "cancelled", batches }), now)).toContain("is being cancelled");
  expect(waiting(job({ batches: { ...batches, done: 8 } }), now)).toBe("");
  const running = { state: "running", started_at: "2026-01-01T00:00:00Z" } as const;
  expect(timing(job({ ...running, batches }), now.getTime())).toBe("waits for a batch");
});

test("a reason leads to where it is dealt with", () => {
  expect(helpFor({ code: "spend_cap", message: "" })).toBe("/settings");
  expect(helpFor({ code: "writer_key", message: "" })).toBe("/setup");
  expect(helpFor({ code: "writer_facts", message: "" })).toBeUndefined();
});

test("jobs are listed under their day", () => {
  const now = new Date(2026, 9, 14, 10, 0);
  const on = (day: number) => ({ created_at: new Date(2026, 9, day, 8, 0).toISOString() });
  expect(dayGroup(on(14), now)).toBe("Today, Wednesday 14 October");
  expect(dayGroup(on(13), now)).toBe("Yesterday");
  expect(dayGroup(on(9), now)).toBe("Last seven days");
  expect(dayGroup(on(1), now)).toBe("Earlier");
});
