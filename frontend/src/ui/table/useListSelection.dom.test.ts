import { act, renderHook } from "@testing-library/react";
import { expect, test } from "vitest";
import { useListSelection } from "./useListSelection";

const rowAt = (index: number) => ({ id: `1/${index + 1}` });
const list = (total: number, asOf: number | undefined) => ({
  total,
  asOf,
  rowAt,
  rows: async () => [],
  known: () => [],
});
const idOf = (row: { id: string }) => row.id;

test("all of a list is all as it was when it was selected, whatever the list shows since", () => {
  const { result, rerender } = renderHook((given) => useListSelection(given, idOf), {
    initialProps: list(40, 7),
  });
  expect(result.current.asOf).toBeUndefined();
  act(() => result.current.all());
  rerender(list(44, 9));
  expect([result.current.count, result.current.asOf]).toEqual([40, 7]);
  act(() => result.current.touch(2, "1/3", false));
  expect([result.current.count, result.current.asOf]).toEqual([39, 7]);
  act(() => result.current.all());
  expect([result.current.count, result.current.asOf]).toEqual([44, 9]);
  act(() => result.current.clear());
  expect([result.current.count, result.current.asOf]).toEqual([0, undefined]);
});

test("a list without moments counts what it shows", () => {
  const { result, rerender } = renderHook((given) => useListSelection(given, idOf), {
    initialProps: list(40, undefined),
  });
  act(() => result.current.all());
  rerender(list(44, undefined));
  expect([result.current.count, result.current.asOf]).toEqual([44, undefined]);
});
