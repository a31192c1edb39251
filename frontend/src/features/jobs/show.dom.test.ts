import { expect, test } from "vitest";
import type { Job, ShopOverview } from "@/contract";
import { counts, job, shop } from "@/testing/fixtures";
import { jobLines } from "./jobLines";
import { countShown, matching, tabsOf } from "./show";

const now = new Date();
const today = now.toISOString();
const jobs = [
  job({ id: "3", state: "running", name: "Search “lamp”", created_at: today }),
  job({
    id: "2",
    state: "paused",
    counts: counts({ to_review: 4 }),
    reason: { code: "writer_quota", message: "No credit." },
    created_at: today,
  }),
  job({
    id: "1",
    field: "seo_title",
    counts: counts({ failed: 1 }),
    created_at: "2020-01-01T08:00:00Z",
  }),
];

test("filters count and show the same jobs", () => {
  for (const show of ["all", "running", "paused", "review", "failures"] as const) {
    expect(matching(jobs, show, "")).toHaveLength(countShown(jobs, show));
  }
  expect(matching(jobs, "review", "").map((j) => j.id)).toEqual(["2"]);
});

test("search looks in number, name and field", () => {
  expect(matching(jobs, "all", "LAMP").map((j) => j.id)).toEqual(["3"]);
  expect(matching(jobs, "all", "seo").map((j) => j.id)).toEqual(["1"]);
  expect(matching(jobs, "all", "nothing")).toEqual([]);
});

test("jobs are listed under their days, a reason under its job", () => {
  const kinds = (all: Job[], of: ShopOverview) =>
    jobLines(
      all,
      of,
      now,
      () => {},
      () => {},
    ).map((line) => (line && "row" in line ? line.row.id : line?.key));
  expect(kinds(jobs, shop())).toEqual([
    expect.stringMatching(/^Today/),
    "3",
    "2",
    "why 2",
    "Earlier",
    "1",
  ]);
  const waiting = [job({ id: "4", counts: counts({ waiting: 12 }), created_at: today })];
  expect(kinds(waiting, shop())).not.toContain("waits 4");
  const offline = shop({ halted: { code: "offline", message: "" } });
  expect(kinds(waiting, offline)).toContain("waits 4");
  expect(kinds(jobs, offline)).not.toContain("waits 3");
});

test("an archived job is in its own filter alone, and rare filters come with what they show", () => {
  const all = [...jobs, job({ id: "4", archived_at: today, counts: counts({ failed: 2 }) })];
  expect(matching(all, "failures", "").map((j) => j.id)).toEqual(["1"]);
  expect(matching(all, "archived", "").map((j) => j.id)).toEqual(["4"]);
  const keys = (of: typeof all) => tabsOf(of, "all", true).map(({ key }) => key);
  expect(keys(all)).toEqual(["all", "running", "paused", "review", "failures", "archived"]);
  expect(keys([])).toEqual(["all", "running", "review", "failures"]);
});
