import { act, renderHook } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { useRowSelection } from "@/ui/table/useRowSelection";
import { useKeptSelection } from "./useKeptSelection";

/** A list of three rows whose filter can be changed. */
function kept(allIds: () => Promise<string[]>) {
  return renderHook(
    ({ filter }) => {
      const selection = useRowSelection(3, async () => []);
      return { selection, keep: useKeptSelection(selection, "s", filter, allIds) };
    },
    { initialProps: { filter: "" } },
  );
}

test("all becomes the rows that it means before the list is another", async () => {
  const { result, rerender } = kept(async () => ["a", "b", "c"]);
  act(() => result.current.selection.all());
  act(() => result.current.selection.touch(1, "b", false));
  await act(async () => result.current.keep(() => rerender({ filter: "lamp" })));
  const { value } = result.current.selection;
  expect(value.all).toBe(false);
  expect([...value.ids]).toEqual(["a", "c"]);
});

test("rows that were chosen one by one are kept at once", () => {
  const allIds = vi.fn();
  const { result, rerender } = kept(allIds);
  act(() => result.current.selection.only(["b"]));
  act(() => result.current.keep(() => rerender({ filter: "lamp" })));
  expect([...result.current.selection.value.ids]).toEqual(["b"]);
  expect(allIds).not.toHaveBeenCalled();
});

test("all is given up where its rows cannot be read, or the list changes by going back", async () => {
  const { result, rerender } = kept(async () => {
    throw new Error("lost");
  });
  act(() => result.current.selection.all());
  await act(async () => result.current.keep(() => rerender({ filter: "lamp" })));
  expect(result.current.selection.count).toBe(0);
  act(() => result.current.selection.all());
  rerender({ filter: "" });
  expect(result.current.selection.count).toBe(0);
});
