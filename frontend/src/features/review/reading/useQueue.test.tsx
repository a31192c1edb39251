import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { beforeEach, expect, test, vi } from "vitest";
import type { Item } from "@/contract";
import type { Reading } from "@/flows/reading/reading";
import { item } from "@/testing/fixtures";
import { useQueue } from "./useQueue";

let left: Item[] = [];
/** Until when the list is being read. */
let listing: Promise<void> = Promise.resolve();
/** How often the list was read. */
let lists = 0;

vi.mock("@/api", () => ({
  describeError: String,
  draftsToReview: async () => {
    const now = left;
    lists++;
    await listing;
    return now;
  },
  prefetchProof: () => {},
}));

const draft = (position: number) =>
  item({ id: `1/${position}`, job_id: "1", position, revision: 1 });

beforeEach(() => {
  left = [draft(1), draft(2), draft(3)];
  listing = Promise.resolve();
  lists = 0;
});

/** The list is read slowly, until it is let go. */
function slowList() {
  let letGo: () => void = () => {};
  listing = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  return letGo;
}

const client = new QueryClient();
const wrapper = ({ children }: { children: ReactNode }) => (
  <QueryClientProvider client={client}>{children}</QueryClientProvider>
);

const newReading = (): Reading => ({
  of: "all",
  jobs: [{ id: "1", shop: "s", shopName: "Shop", name: "Titles", search: "" }],
  tab: "",
  order: "review",
  startedAt: 0,
  shown: [],
  ended: false,
});

function read() {
  const reading = newReading();
  const onShow = vi.fn();
  const onEnd = vi.fn();
  const hook = renderHook(({ at }) => useQueue({ reading, onShow, onEnd }, draft(at)), {
    wrapper,
    initialProps: { at: 1 },
  });
  return { ...hook, onShow, onEnd };
}

/** A decision that is being saved. */
function saving() {
  let end: (saved: boolean) => void = () => {};
  const saved = new Promise<boolean>((resolve) => {
    end = resolve;
  });
  return { saved, end };
}

test("the next draft comes at the key, before the decision is saved", async () => {
  const { result, onShow } = read();
  await waitFor(() => expect(result.current.upcoming?.position).toBe(2));
  const { saved, end } = saving();
  act(() => {
    result.current.decided(saved);
  });
  expect(onShow).toHaveBeenCalledExactlyOnceWith("1", 2);
  await act(async () => end(true));
  expect(onShow).toHaveBeenCalledOnce();
});

test("a draft whose decision was not saved comes again", async () => {
  const { result, rerender, onShow, onEnd } = read();
  await waitFor(() => expect(result.current.upcoming?.position).toBe(2));
  const { saved, end } = saving();
  act(() => {
    result.current.decided(saved);
  });
  rerender({ at: 2 });
  await act(async () => end(false));
  left = [draft(1)];
  rerender({ at: 3 });
  await waitFor(() => expect(result.current.upcoming?.position).toBe(1));
  await act(async () => result.current.next?.());
  expect(onShow).toHaveBeenLastCalledWith("1", 1);
  expect(onEnd).not.toHaveBeenCalled();
});

test("the end waits until the last decision is saved", async () => {
  left = [draft(1)];
  const { result, onEnd } = read();
  await waitFor(() => expect(result.current.upcoming).toBe(null));
  const { saved, end } = saving();
  act(() => {
    result.current.decided(saved);
  });
  expect(onEnd).not.toHaveBeenCalled();
  expect(result.current.leaving()).toBe(true);
  left = [];
  await act(async () => end(true));
  expect(onEnd).toHaveBeenCalledOnce();
});

test("what is undone is on the screen again, and the draft that was there comes after it", async () => {
  const { result, rerender, onShow } = read();
  await waitFor(() => expect(result.current.upcoming?.position).toBe(2));
  act(() => {
    result.current.decided(Promise.resolve(true));
  });
  rerender({ at: 2 });
  await waitFor(() => expect(result.current.upcoming?.position).toBe(3));
  act(() => result.current.backTo("1/1"));
  expect(onShow).toHaveBeenLastCalledWith("1", 1);
  rerender({ at: 1 });
  await waitFor(() => expect(result.current.upcoming?.position).toBe(2));
  act(() => result.current.backTo("9/1")); // of a job that is not read now
  expect(onShow).toHaveBeenLastCalledWith("1", 1);
});

/** The first of the queue, of which the page hears what has become of it. */
async function readFirst() {
  const onShow = vi.fn();
  const onEnd = vi.fn();
  const reading = newReading();
  const one = (mark: Item["mark"]) => ({ ...draft(1), mark });
  const hook = renderHook(({ shown }) => useQueue({ reading, onShow, onEnd }, shown), {
    wrapper,
    initialProps: { shown: one("unpublished") },
  });
  await waitFor(() => expect(hook.result.current.upcoming?.position).toBe(2));
  return { ...hook, one, onShow, onEnd };
}

test.each<Item["mark"]>(["queued", "publishing", "published"])(
  "a draft that the person sends makes room for the next once it is %s",
  async (mark) => {
    const { result, rerender, one, onShow } = await readFirst();
    act(() => result.current.sent());
    expect(onShow).not.toHaveBeenCalled(); // it may have been left out
    rerender({ shown: one(mark) });
    await waitFor(() => expect(onShow).toHaveBeenCalledExactlyOnceWith("1", 2));
  },
);

test("a draft that was queued before the answer came makes room for the next too", async () => {
  const { result, rerender, one, onShow } = await readFirst();
  rerender({ shown: one("queued") });
  act(() => result.current.sent());
  await waitFor(() => expect(onShow).toHaveBeenCalledExactlyOnceWith("1", 2));
});

test("a draft that someone else publishes stays where it is read", async () => {
  const { rerender, one, onShow, onEnd } = await readFirst();
  rerender({ shown: one("queued") });
  rerender({ shown: one("published") });
  await act(async () => {});
  expect(onShow).not.toHaveBeenCalled();
  expect(onEnd).not.toHaveBeenCalled();
});

test("a draft that was sent stays when the person comes back to it", async () => {
  const { result, rerender, one, onShow } = await readFirst();
  const { sent } = result.current;
  act(() => sent());
  rerender({ shown: one("queued") });
  await waitFor(() => expect(onShow).toHaveBeenCalledExactlyOnceWith("1", 2));
  rerender({ shown: draft(2) });
  act(() => sent()); // an answer that comes late is not about the draft on the screen
  rerender({ shown: one("queued") });
  rerender({ shown: one("published") });
  await act(async () => {});
  expect(onShow).toHaveBeenCalledOnce();
});

test("the draft after the next is known before the list was read again", async () => {
  const { result, rerender, onShow } = read();
  await waitFor(() => expect(result.current.upcoming?.position).toBe(2));
  const letGo = slowList();
  left = [draft(2), draft(4)];
  act(() => void result.current.decided(Promise.resolve(true)));
  rerender({ at: 2 });
  expect(result.current.upcoming?.position).toBe(3);
  await act(async () => letGo()); // meanwhile another person decided the third
  await waitFor(() => expect(result.current.upcoming?.position).toBe(4));
  expect(onShow).toHaveBeenCalledOnce();
});

test("a key before the next draft is known goes on from what is looked for already", async () => {
  const letGo = slowList();
  const { result, onShow } = read();
  const { saved, end } = saving();
  act(() => void result.current.decided(saved));
  left = [draft(3)];
  await act(async () => letGo());
  expect(onShow).toHaveBeenCalledExactlyOnceWith("1", 2);
  await act(async () => end(true));
  expect(onShow).toHaveBeenCalledOnce();
});

test("a decision that is refused before the next draft is known leaves its draft on the screen", async () => {
  const letGo = slowList();
  const { result, onShow, onEnd } = read();
  const { saved, end } = saving();
  act(() => void result.current.decided(saved));
  await act(async () => end(false));
  expect(result.current.leaving()).toBe(false); // it can be decided again
  await act(async () => letGo());
  expect(result.current.upcoming?.position).toBe(2);
  expect(onShow).not.toHaveBeenCalled();
  expect(onEnd).not.toHaveBeenCalled();
});

test("a skip before the next draft is known reads the list once", async () => {
  const letGo = slowList();
  const { result, onShow } = read();
  act(() => result.current.next?.());
  await act(async () => letGo());
  expect(onShow).toHaveBeenCalledExactlyOnceWith("1", 2);
  expect(lists).toBe(1);
});

test("a skip at the end looks for a draft that was written again meanwhile", async () => {
  left = [draft(1)];
  const { result, onShow, onEnd } = read();
  await waitFor(() => expect(result.current.upcoming).toBe(null));
  left = [draft(1), draft(2)];
  await act(async () => result.current.next?.());
  expect(onShow).toHaveBeenCalledExactlyOnceWith("1", 2);
  expect(onEnd).not.toHaveBeenCalled();
});
