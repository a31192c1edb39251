import { act, renderHook, waitFor } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";
import type { Item, ItemCan } from "@/contract";
import type { Selection } from "@/lib/selection";
import { notifyPlain } from "@/ui/notify";
import { useTakers } from "./useTakers";

const selectItems = vi.fn();
const narrowing = { also: ["warned"], product: { vendor: ["Aldermill"] } };
vi.mock("@/api", () => ({
  selectItems: (...given: unknown[]) => selectItems(...given),
  useNarrowing: () => narrowing,
}));
vi.mock("@/ui/notify", () => ({ notifyPlain: vi.fn() }));
beforeEach(() => vi.clearAllMocks());

const row = (id: string, can: Partial<ItemCan>) =>
  ({ id, revision: 2, decision: "open", on_shop: null, can }) as unknown as Item;
const rows = [row("1/1", { publish: true }), row("1/2", { publish: true, overwrite: true })];

function takers(value: Selection, count: number) {
  const options = {
    job: "1",
    filter: "all" as const,
    search: "lamp",
    list: { rowAt: (i: number) => rows[i] },
    selection: { value, count, named: () => rows, asOf: 7 },
    cursor: { current: 1 },
    onError: vi.fn(),
  };
  return renderHook(() => useTakers(options as unknown as Parameters<typeof useTakers>[0])).result;
}

test("chosen rows are taken at the revision that was shown, and nothing is asked for", async () => {
  const run = vi.fn();
  const take = takers({ all: false, ids: new Set(["1/1", "1/2"]) }, 2);
  act(() => take.current.take("publish", undefined, run));
  await waitFor(() =>
    expect(run).toHaveBeenCalledExactlyOnceWith([{ id: "1/1", revision: 2, decision: "open" }]),
  );
  expect(selectItems).not.toHaveBeenCalled();
});

test("all of a list are chosen by the backend", async () => {
  const found = [{ id: "1/9", revision: 1, decision: "open" }];
  selectItems.mockResolvedValue({ total: 40, changed: 0, items: found });
  const run = vi.fn();
  const take = takers({ all: true, ids: new Set(["1/3"]) }, 40);
  act(() => take.current.take("decide", undefined, run));
  await waitFor(() => expect(run).toHaveBeenCalledExactlyOnceWith(found));
  expect(selectItems).toHaveBeenCalledExactlyOnceWith({
    job_id: "1",
    filter: "all",
    search: "lamp",
    ...narrowing,
    except: ["1/3"],
    action: "decide",
    as_of: 7,
  });
  expect(notifyPlain).not.toHaveBeenCalled();
});

test("what changed since all was selected is counted, and the rest is acted on", async () => {
  const found = [{ id: "1/9", revision: 1, decision: "open" }];
  selectItems.mockResolvedValue({ total: 37, changed: 1, items: found });
  const run = vi.fn();
  const take = takers({ all: true, ids: new Set() }, 40);
  act(() => take.current.take("retry", undefined, run));
  await waitFor(() => expect(run).toHaveBeenCalledExactlyOnceWith(found));
  expect(notifyPlain).toHaveBeenCalledExactlyOnceWith(
    "3 were changed after you selected the list. They were left out.",
  );
});

test("a whole list is named by what it shows and the moment it was selected at", () => {
  expect(takers({ all: false, ids: new Set(["1/1"]) }, 1).current.whole("decide")).toBeUndefined();
  expect(takers({ all: true, ids: new Set(["1/3"]) }, 40).current.whole("publish")).toEqual({
    job_id: "1",
    filter: "all",
    search: "lamp",
    ...narrowing,
    except: ["1/3"],
    action: "publish",
    as_of: 7,
  });
});

test("without a selection the row at the cursor is taken, and it is said why it cannot be", async () => {
  const run = vi.fn();
  const take = takers({ all: false, ids: new Set() }, 0);
  act(() => take.current.take("publish", (n) => `none of ${n}`, run));
  await waitFor(() => expect(notifyPlain).toHaveBeenCalledExactlyOnceWith("none of 1"));
  expect(run).not.toHaveBeenCalled();
});
