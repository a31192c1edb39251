import { act, renderHook } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";
import { item } from "@/testing/fixtures";
import { useNeighbours } from "./useNeighbours";

let positions: number[] = [];
/** The list has answered. */
let arrived = true;
const at = (position: number) => item({ id: `431/${position}`, position });

vi.mock("@/api", () => ({
  useNarrowing: () => ({ also: [], product: {} }),
  isNarrowed: () => false,
  useItemList: () => ({
    total: arrived ? positions.length : undefined,
    rowAt: (index: number) => (arrived && positions[index] ? at(positions[index]) : undefined),
    rows: async (first: number, last: number) => positions.slice(first, last + 1).map(at),
    show: () => {},
  }),
}));

beforeEach(() => {
  positions = [2, 5, 9];
  arrived = true;
});

const start = (position: number) => {
  const onShow = vi.fn();
  const hook = renderHook(
    (props: { position: number }) =>
      useNeighbours({
        job: "431",
        item: `431/${props.position}`,
        filter: "unpublished",
        search: "",
        onShow,
        ...props,
      }),
    { initialProps: { position } },
  );
  return { ...hook, onShow };
};

test("previous and next follow the filtered list, not the numbers", async () => {
  const { result, onShow } = start(5);
  expect([result.current.index, result.current.total]).toEqual([1, 3]);
  await act(async () => result.current.next?.());
  expect(onShow).toHaveBeenLastCalledWith(9);
  await act(async () => result.current.previous?.());
  expect(onShow).toHaveBeenLastCalledWith(2);
});

test("the ends have no neighbour", () => {
  expect(start(2).result.current.previous).toBeUndefined();
  expect(start(9).result.current.next).toBeUndefined();
});

test("an item that left the list hands over to the one that took its place", async () => {
  const { result, rerender, onShow } = start(5);
  positions = [2, 9];
  rerender({ position: 5 });
  expect(result.current.index).toBeUndefined();
  await act(async () => result.current.next?.());
  expect(onShow).toHaveBeenLastCalledWith(9);
});

test("an item is being left until the next one is on the screen", async () => {
  const { result, rerender } = start(5);
  expect(result.current.leaving()).toBe(false);
  await act(async () => result.current.next?.());
  expect(result.current.leaving()).toBe(true);
  rerender({ position: 9 });
  expect(result.current.leaving()).toBe(false);
});

test("an item is not being left where there is no other", async () => {
  const { result } = start(5);
  positions = [5];
  await act(async () => result.current.next?.());
  expect(result.current.leaving()).toBe(false);
});

/** What S does: the position that it goes to, or that it says that no draft is left. */
async function skip(position: number) {
  const { result, onShow } = start(position);
  const none = vi.fn();
  await act(async () => result.current.onward(none));
  return none.mock.calls.length > 0 ? "none" : onShow.mock.lastCall?.[0];
}

test("before the list has answered, the next open draft is looked for in it", async () => {
  arrived = false;
  expect(await skip(5)).toBe(9);
  expect(await skip(9)).toBe("none");
});

test("the next open draft comes after this one, also where this one is too far away to be found", async () => {
  positions = Array.from({ length: 1000 }, (_, index) => 2 * index + 1);
  expect(await skip(1601)).toBe(1603);
  expect(await skip(1999)).toBe("none");
});
