import { act, renderHook, waitFor } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";
import type { Item } from "@/contract";
import { item } from "@/testing/fixtures";
import { useCells } from "./useCells";

const mutateAsync = vi.hoisted(() => vi.fn());

vi.mock("@/api", async (original) => ({
  ...(await original<typeof import("@/api")>()),
  useEditItem: () => ({ mutateAsync }),
}));

const row = (position: number, part: Partial<Item> = {}) =>
  item({
    id: `1/${position}`,
    position,
    field: "seo_title",
    content: `Draft ${position}`,
    revision: 1,
    ...part,
  });
const rows = [row(1), row(2, { publish_state: "published" }), row(3)];

function setup() {
  const held = {
    total: rows.length,
    rowAt: (index: number) => rows[index],
    indexOf: (id: string) => rows.findIndex((candidate) => candidate.id === id),
  };
  return renderHook(() => useCells("1", () => held)).result;
}

const first = rows[0] as Item;

beforeEach(() => {
  mutateAsync.mockReset();
  mutateAsync.mockImplementation(async ({ item: id, content }) =>
    row(1, { id, content, revision: 2 }),
  );
});

test("a cell that is left unchanged saves nothing and goes on to the next that can be changed", () => {
  const cells = setup();
  act(() => cells.current.begin(first));
  act(() => cells.current.commit(1));
  expect(mutateAsync).not.toHaveBeenCalled();
  expect(cells.current.editing?.id).toBe("1/3");
  act(() => cells.current.commit(-1));
  expect(cells.current.editing?.id).toBe("1/1");
});

test("a changed cell is saved at the revision that was on screen; Escape saves nothing", async () => {
  const cells = setup();
  act(() => cells.current.begin(first, "Mine"));
  act(() => cells.current.cancel());
  expect(mutateAsync).not.toHaveBeenCalled();
  act(() => cells.current.begin(first, "Mine"));
  act(() => cells.current.commit(0));
  expect(mutateAsync).toHaveBeenCalledWith({ item: "1/1", revision: 1, content: "Mine" });
  expect(cells.current.editing).toBeUndefined();
  await waitFor(() => expect(cells.current.saving.size).toBe(0));
});

test("a text that is refused stays in its cell until the person decides", async () => {
  mutateAsync.mockRejectedValueOnce(Object.assign(new Error("changed"), { code: "changed" }));
  const cells = setup();
  act(() => cells.current.begin(first, "Mine"));
  act(() => cells.current.commit(0));
  await waitFor(() => expect(cells.current.refused.get("1/1")?.text).toBe("Mine"));
  const theirs = row(1, { content: "Theirs", revision: 2 });
  act(() => cells.current.insist(theirs));
  expect(mutateAsync).toHaveBeenLastCalledWith({ item: "1/1", revision: 2, content: "Mine" });
  await waitFor(() => expect(cells.current.refused.size).toBe(0));
});
