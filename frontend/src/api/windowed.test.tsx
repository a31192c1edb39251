import { QueryClient } from "@tanstack/react-query";
import { act, screen, waitFor } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { show } from "@/testing/render";
import { PAGE, useWindowed, type Windowed } from "./windowed";

const TOTAL = 200_000;
const fetchPage = vi.fn(async (offset: number, limit: number, _signal?: AbortSignal) => ({
  total: TOTAL,
  rows: Array.from({ length: Math.min(limit, TOTAL - offset) }, (_, i) => `row ${offset + i}`),
}));
const key = ["products", "s", "list", ""];

let shown: Windowed<string> | undefined;

function List() {
  shown = useWindowed(key, fetchPage);
  return <p>{shown.total ?? "unknown"}</p>;
}

function list(): Windowed<string> {
  if (!shown) throw new Error("not rendered");
  return shown;
}

const client = () =>
  new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } });

test("only pages on screen are fetched", async () => {
  fetchPage.mockClear();
  show(<List />, client());
  expect(screen.getByText("unknown")).toBeInTheDocument();
  await screen.findByText(String(TOTAL));
  expect(list().rowAt(7)).toBe("row 7");
  expect(list().rowAt(150_000)).toBeUndefined();
  act(() => list().show(149_980, 150_020));
  await waitFor(() => expect(list().rowAt(150_030)).toBe("row 150030"));
  expect(fetchPage.mock.calls.map(([offset]) => offset)).toEqual([0, 149_900, 150_000]);
  act(() => list().show(149_999, 150_040));
  await waitFor(() => expect(list().rowAt(150_100)).toBe("row 150100"));
});

test("rows between any two places are fetched when asked for, once", async () => {
  fetchPage.mockClear();
  show(<List />, client());
  await screen.findByText(String(TOTAL));
  const rows = await list().rows(PAGE - 2, 2 * PAGE + 1);
  expect(rows).toHaveLength(PAGE + 4);
  expect([rows[0], rows.at(-1)]).toEqual(["row 98", "row 201"]);
  await list().rows(0, 5);
  expect(fetchPage).toHaveBeenCalledTimes(3);
});

test("stale rows are fetched again, and only those on screen", async () => {
  fetchPage.mockClear();
  const queries = client();
  show(<List />, queries);
  await screen.findByText(String(TOTAL));
  await list().rows(500, 500);
  await act(() => queries.invalidateQueries({ queryKey: ["products", "s"] }));
  expect(fetchPage.mock.calls.map(([offset]) => offset)).toEqual([0, 500, 0]);
});

test("a page that is scrolled past is given up, unless its rows were asked for", async () => {
  fetchPage.mockClear();
  show(<List />, client());
  await screen.findByText(String(TOTAL));
  fetchPage.mockImplementationOnce(
    (_offset, _limit, signal) =>
      new Promise((_resolve, reject) => signal?.addEventListener("abort", () => reject(signal))),
  );
  act(() => list().show(100_050, 100_060));
  const signal = fetchPage.mock.lastCall?.[2];
  const asked = list().rows(100_050, 100_050);
  act(() => list().show(50, 60));
  expect(signal?.aborted).toBe(true);
  expect(await asked).toEqual(["row 100050"]);
});
