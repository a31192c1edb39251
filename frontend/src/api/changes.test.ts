import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { changeSink } from "./changes";

const client = new QueryClient();
let stale: unknown[];

beforeEach(() => {
  vi.useFakeTimers();
  stale = [];
  vi.spyOn(client, "invalidateQueries").mockImplementation((filters) => {
    stale.push(filters?.queryKey);
    return Promise.resolve();
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test("many announcements in a moment are one invalidation per topic", () => {
  const sink = changeSink(client, () => {});
  for (let seq = 1; seq <= 20; seq++) sink.onChange({ seq, topics: ["job:431", "jobs"] });
  expect(stale).toEqual([]);
  vi.advanceTimersByTime(250);
  expect(stale).toEqual([["job", "431"], ["jobs"]]);
});

test("a gap in the numbers makes everything stale, an order upset does not", () => {
  const sink = changeSink(client, () => {});
  sink.onChange({ seq: 1, topics: ["jobs"] });
  sink.onChange({ seq: 3, topics: ["jobs"] });
  vi.advanceTimersByTime(250);
  expect(stale).toEqual([[]]);
  sink.onChange({ seq: 2, topics: ["shops"] });
  vi.advanceTimersByTime(250);
  expect(stale).toEqual([[], ["shops"]]);
});

test("a connection that opens makes everything stale, the first as well, and is told", () => {
  const told: boolean[] = [];
  const sink = changeSink(client, (on) => told.push(on));
  sink.onConnection(true);
  vi.advanceTimersByTime(250);
  expect(stale).toEqual([[]]);
  sink.onConnection(false);
  vi.advanceTimersByTime(250);
  expect(stale).toEqual([[]]);
  sink.onConnection(true);
  vi.advanceTimersByTime(250);
  expect(stale).toEqual([[], []]);
  expect(told).toEqual([true, false, true]);
});

test("a first answer that is under way when a change is announced is asked for again", async () => {
  vi.mocked(client.invalidateQueries).mockRestore();
  const answers: ((done: number) => void)[] = [];
  const queryFn = () => new Promise<number>((resolve) => answers.push(resolve));
  const observer = new QueryObserver(client, { queryKey: ["job", "7", "head"], queryFn });
  const leave = observer.subscribe(() => {});
  changeSink(client, () => {}).onChange({ seq: 1, topics: ["job:7"] });
  await vi.advanceTimersByTimeAsync(250);
  answers[0]?.(3);
  await vi.advanceTimersByTimeAsync(0);
  answers[1]?.(10);
  await vi.advanceTimersByTimeAsync(0);
  expect(observer.getCurrentResult().data).toBe(10);
  leave();
});

test("an answer that comes after a change was announced, while nothing shows it, is asked for again when shown", async () => {
  vi.mocked(client.invalidateQueries).mockRestore();
  const answers: ((done: string) => void)[] = [];
  const queryFn = () => new Promise<string>((resolve) => answers.push(resolve));
  const options = { queryKey: ["job", "8", "proof"], queryFn, staleTime: Number.POSITIVE_INFINITY };
  const first = new QueryObserver(client, options).subscribe(() => {});
  answers[0]?.("draft");
  await vi.advanceTimersByTimeAsync(0);
  void client.invalidateQueries({ queryKey: ["job", "8"] });
  first(); // the person goes on to the next draft while the answer is under way
  changeSink(client, () => {}).onChange({ seq: 1, topics: ["job:8"] });
  await vi.advanceTimersByTimeAsync(250);
  answers[1]?.("queued");
  await vi.advanceTimersByTimeAsync(0);
  const again = new QueryObserver(client, options);
  const leave = again.subscribe(() => {});
  answers[2]?.("writing");
  await vi.advanceTimersByTimeAsync(0);
  expect(again.getCurrentResult().data).toBe("writing");
  leave();
});
