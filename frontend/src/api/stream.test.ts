import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { listen, takeEvents } from "./stream";

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const streamOf = (...parts: string[]) =>
  new Response(
    new ReadableStream({
      start(controller) {
        for (const part of parts) controller.enqueue(new TextEncoder().encode(part));
        controller.close();
      },
    }),
  );

test.each([
  ["data: 1\n\n", ["1"], ""],
  [": open\n\ndata: 1\n\nda", ["1"], "da"],
  ["data: 1", [], "data: 1"],
  [": still here\n\n", [], ""],
])("%j holds %j", (text, events, rest) => {
  expect(takeEvents(text)).toEqual({ events, rest });
});

test("passes on changes that come in pieces, and opens a stream that ended again", async () => {
  const fetched = vi.fn(async () =>
    streamOf(": open\n\n", 'data: {"seq":1,"top', 'ics":["jobs"]}\n\n'),
  );
  vi.stubGlobal("fetch", fetched);
  const sink = { onChange: vi.fn(), onConnection: vi.fn() };
  const stop = listen(sink);
  await vi.waitFor(() => expect(sink.onConnection).toHaveBeenLastCalledWith(false));
  expect(sink.onConnection.mock.calls).toEqual([[true], [false]]);
  expect(sink.onChange).toHaveBeenCalledExactlyOnceWith({ seq: 1, topics: ["jobs"] });
  await vi.advanceTimersByTimeAsync(2000);
  expect(fetched).toHaveBeenCalledTimes(2);
  stop();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(fetched).toHaveBeenCalledTimes(2);
});

test("reports a backend that is gone", async () => {
  vi.stubGlobal("fetch", vi.fn().mockRejectedValue(new TypeError("Failed to fetch")));
  const sink = { onChange: vi.fn(), onConnection: vi.fn() };
  const stop = listen(sink);
  await vi.advanceTimersByTimeAsync(0);
  expect(sink.onConnection).toHaveBeenLastCalledWith(false);
  stop();
});

test("a browser that is not signed in is not told that Galley does not answer", async () => {
  const fetched = vi.fn(async () => new Response("{}", { status: 401 }));
  vi.stubGlobal("fetch", fetched);
  const sink = { onChange: vi.fn(), onConnection: vi.fn() };
  listen(sink);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(fetched).toHaveBeenCalledTimes(1);
  expect(sink.onConnection.mock.calls).toEqual([[true]]);
});
