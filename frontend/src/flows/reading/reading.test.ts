import { expect, test } from "vitest";
import type { Inbox, Item } from "@/contract";
import { item } from "@/testing/fixtures";
import { jobsToRead, leftOf, nextLeft, noteShown, outcomeOf, type Reading } from "./reading";

const jobs = ["1", "2"].map((id) => ({
  id,
  shop: "s",
  shopName: "Shop",
  name: `Job ${id}`,
  search: "",
}));
const reading = (): Reading => ({
  of: "all",
  jobs,
  tab: "",
  order: "review",
  startedAt: 0,
  shown: [],
  ended: false,
});
const draft = (job: string, position: number, part: Partial<Item> = {}) =>
  item({ id: `${job}/${position}`, job_id: job, position, revision: 1, ...part });

/** The drafts to review of each job, as the backend lists them. */
const listing = (lists: Record<string, Item[]>) => (job: { id: string }, at: number, n: number) =>
  Promise.resolve((lists[job.id] ?? []).slice(at, at + n));

test("the next draft follows in the order of the job, then of the jobs, then what was before", async () => {
  const lists = { "1": [draft("1", 5), draft("1", 2), draft("1", 9)], "2": [draft("2", 1)] };
  const passed = new Set<string>();
  const seen: string[] = [];
  let at: Item | undefined = draft("1", 2);
  while (at) {
    seen.push(at.id);
    passed.add(`${at.id}@${at.revision}`);
    [at] = await nextLeft(reading(), at, passed, listing(lists));
  }
  expect(seen).toEqual(["1/2", "1/9", "2/1", "1/5"]);
});

test("a decided draft is not listed any more: the first one left of its job follows", async () => {
  const lists = { "1": [draft("1", 3), draft("1", 4)], "2": [draft("2", 1)] };
  const [next] = await nextLeft(reading(), draft("1", 1), new Set(["1/1@1"]), listing(lists));
  expect(next?.id).toBe("1/3");
});

test("a draft that was written again comes again, and many skipped ones are passed over", async () => {
  const skipped = Array.from({ length: 250 }, (_, i) => draft("1", i + 1));
  const passed = new Set(skipped.map(({ id }) => `${id}@1`));
  const again = draft("1", 7, { revision: 2 });
  const lists = { "1": [...skipped.filter(({ id }) => id !== "1/7"), again] };
  const [next] = await nextLeft(reading(), draft("1", 3), passed, listing(lists));
  expect(next).toBe(again);
  passed.add("1/7@2");
  expect(await nextLeft(reading(), again, passed, listing(lists))).toEqual([]);
});

test("what was written again comes last, after the drafts of other jobs", async () => {
  const now = reading();
  const again = draft("1", 1, { revision: 2 });
  const lists = { "1": [again], "2": [draft("2", 1)] };
  const passed = new Set(["1/1@1", "1/2@1"]);
  const [next] = await nextLeft(now, draft("1", 2), passed, listing(lists));
  expect(next?.id).toBe("2/1");
  passed.add("2/1@1");
  expect(await nextLeft(now, draft("2", 1), passed, listing(lists))).toEqual([again]);
});

test("what is read are all jobs, those of a shop, or one", () => {
  const job = (id: string, left: number, named: boolean) => ({ id, left, named, name: "" });
  const inbox = {
    shops: [
      { id: "a", name: "A", jobs: [job("3", 2, true), job("2", 4, false)] },
      { id: "b", name: "B", jobs: [job("1", 8, false)] },
    ],
  } as Inbox;
  const ids = (of: string) => jobsToRead(inbox, of, "oak").map(({ id }) => id);
  expect(ids("all")).toEqual(["3", "2", "1"]);
  expect(ids("a")).toEqual(["3", "2"]);
  expect(ids("1")).toEqual(["1"]);
  expect(jobsToRead(inbox, "a", "oak").map(({ search }) => search)).toEqual(["", "oak"]);
  expect(leftOf(inbox, [{ id: "3" }, { id: "1" }])).toBe(10);
  expect(leftOf(undefined, [])).toBeUndefined();
});

test("the end says what became of each draft that was shown", () => {
  const now = reading();
  const drafts = [
    draft("1", 1, { decision: "approved" }),
    draft("1", 2, { decision: "rejected", mark: "rejected" }),
    draft("1", 3, { mark: "rewriting" }),
    draft("1", 4, { revision: 2 }),
    draft("1", 5, { mark: "published", decision: "approved" }),
    draft("1", 6),
  ];
  for (const { id, job_id, position } of drafts as Item[])
    noteShown(now, draft(job_id, position, { id }));
  const outcome = outcomeOf(now.shown, [...drafts, draft("1", 7)]);
  expect(Object.values(outcome).map((items: Item[]) => items.map((one) => one.position))).toEqual([
    [1],
    [2],
    [3],
    [4],
    [5],
    [6],
  ]);
});
