import { act, renderHook } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";
import { item } from "@/testing/fixtures";
import { useNeighbours } from "./useNeighbours";

let ids: string[] = [];

vi.mock("@/api", () => ({
  useItemList: () => ({
    total: ids.length,
    rowAt: (index: number) => (ids[index] ? item({ id: ids[index] }) : undefined),
    rows: async (first: number, last: number) =>
      ids.slice(first, last + 1).map((id) => item({ id })),
    show: () => {},
  }),
}));

beforeEach(() => {
  ids = ["431/2", "431/5", "431/9"];
});

const start = (shown: string) => {
  const onShow = vi.fn();
  const hook = renderHook(
    (props: { item: string }) =>
      useNeighbours({ job: "431", filter: "unpublished", search: "", onShow, ...props }),
    { initialProps: { item: shown } },
  );
  return { ...hook, onShow };
};

test("previous and next follow the filtered list, not the numbers", async () => {
  const { result, onShow } = start("431/5");
  expect([result.current.index, result.current.total]).toEqual([1, 3]);
  await act(async () => result.current.next?.());
  expect(onShow).toHaveBeenLastCalledWith("431/9");
  await act(async () => result.current.previous?.());
  expect(onShow).toHaveBeenLastCalledWith("431/2");
});

test("the ends have no neighbour", () => {
  expect(start("431/2").result.current.previous).toBeUndefined();
  expect(start("431/9").result.current.next).toBeUndefined();
});

test("an item that left the list hands over to the one that took its place", async () => {
  const { result, rerender, onShow } = start("431/5");
  ids = ["431/2", "431/9"];
  rerender({ item: "431/5" });
  expect(result.current.index).toBeUndefined();
  await act(async () => result.current.next?.());
  expect(onShow).toHaveBeenLastCalledWith("431/9");
});

test("an item is being left until the next one is on the screen", async () => {
  const { result, rerender } = start("431/5");
  expect(result.current.leaving()).toBe(false);
  await act(async () => result.current.next?.());
  expect(result.current.leaving()).toBe(true);
  rerender({ item: "431/9" });
  expect(result.current.leaving()).toBe(false);
});

test("an item is not being left where there is no other", async () => {
  const { result } = start("431/5");
  ids = ["431/5"];
  await act(async () => result.current.next?.());
  expect(result.current.leaving()).toBe(false);
});
