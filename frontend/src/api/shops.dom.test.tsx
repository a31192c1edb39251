import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { shop } from "@/testing/fixtures";
import { usePolledShops } from "./shops";

const call = vi.hoisted(() => vi.fn());

vi.mock("./client", () => ({ call }));

afterEach(() => {
  vi.useRealTimers();
});

test("the end of a sync whose process was killed is found without an announcement", async () => {
  vi.useFakeTimers();
  const client = new QueryClient({
    defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } },
  });
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  const idle = shop();
  const syncing = { ...idle, sync: { done: 3, total: 9, preparing: false } };
  call.mockResolvedValue([syncing]);
  const { result } = renderHook(() => usePolledShops(), { wrapper });
  await act(() => vi.advanceTimersByTimeAsync(0));
  expect(result.current.data).toEqual([syncing]);

  call.mockResolvedValue([idle]); // its lease has run out
  await act(() => vi.advanceTimersByTimeAsync(60_000));
  expect(result.current.data).toEqual([idle]);

  const calls = call.mock.calls.length;
  await act(() => vi.advanceTimersByTimeAsync(600_000));
  expect(call).toHaveBeenCalledTimes(calls); // with no sync under way, nothing is asked
});
