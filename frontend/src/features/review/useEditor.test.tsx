import { act, renderHook } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";
import { item } from "@/testing/fixtures";
import { lostBlocks, useEditor } from "./useEditor";

const mutate = vi.fn();
const reset = vi.fn();

vi.mock("@/api", () => ({
  useEditItem: () => ({ mutate, reset, isPending: false, error: null }),
  dropUnsaved: () => Promise.resolve(),
  stepThatLeft: () => Promise.resolve(undefined),
  describeError: (error: Error) => ({ message: error.message, code: "", detail: "" }),
}));

beforeEach(() => mutate.mockReset());

const start = (part: Parameters<typeof item>[0] = {}) =>
  renderHook(({ shown }) => useEditor("431", shown), { initialProps: { shown: item(part) } });

test("an edit is saved on the revision that was edited", () => {
  const { result } = start({ revision: 3 });
  act(() => result.current.start());
  act(() => result.current.type("<p>Mine.</p>"));
  expect(result.current.dirty).toBe(true);
  act(() => result.current.save());
  expect(mutate.mock.calls[0]?.[0]).toEqual({
    item: "431/2",
    revision: 3,
    content: "<p>Mine.</p>",
    from: undefined,
  });
});

test("another revision that was saved meanwhile is not replaced unasked, and nothing typed is lost", () => {
  const { result, rerender } = start({ revision: 3, content: "Draft" });
  act(() => result.current.start());
  act(() => result.current.type("Mine"));
  rerender({ shown: item({ revision: 4, content: "Theirs" }) });
  expect(result.current.overtaken).toBe(true);
  expect(result.current.text).toBe("Mine");
  act(() => result.current.save());
  expect(mutate.mock.calls[0]?.[0]).toMatchObject({ revision: 3, content: "Mine" });
  act(() => result.current.keepMine());
  expect(result.current.overtaken).toBe(false);
  act(() => result.current.save());
  expect(mutate.mock.calls[1]?.[0]).toMatchObject({ revision: 4, content: "Mine" });
});

test("theirs can be taken instead", () => {
  const { result, rerender } = start({ revision: 3, content: "Draft" });
  act(() => result.current.start());
  act(() => result.current.type("Mine"));
  rerender({ shown: item({ revision: 4, content: "Theirs" }) });
  act(() => result.current.takeTheirs());
  expect(result.current).toMatchObject({ text: "Theirs", dirty: false, overtaken: false });
  expect(result.current.outside).toEqual({ n: 1, text: "Theirs" });
});

test("what was typed before a crash goes on from the text that it began with", () => {
  const { result } = start({ revision: 4, content: "Theirs" });
  const unsaved = {
    seat: "x",
    turn: 1,
    revision: 3,
    content: "Mine",
    person: "Ada",
    typed_at: "2026-01-01T00:00:00Z",
  };
  act(() => result.current.resume(unsaved, "Draft"));
  expect(result.current).toMatchObject({ text: "Mine", dirty: true, overtaken: true });
  expect(result.current.base).toEqual({ text: "Draft", revision: 3 });
});

test("the text that is saved is the one in the field now, and then comes what was asked for", () => {
  const { result } = start({ revision: 3 });
  act(() => result.current.start());
  result.current.current.current = () => "Typed last";
  const then = vi.fn();
  act(() => result.current.save(then));
  const [sent, { onSuccess }] = mutate.mock.calls[0] ?? [];
  expect(sent).toMatchObject({ content: "Typed last" });
  act(() => onSuccess(item({ revision: 4 })));
  expect(then).toHaveBeenCalledWith(item({ revision: 4 }));
  expect(result.current.editing).toBe(false);
});

test("nothing changed is nothing saved", () => {
  const { result } = start();
  act(() => result.current.start());
  act(() => result.current.save());
  expect(mutate).not.toHaveBeenCalled();
  expect(result.current.editing).toBe(false);
});

test("what Shopify would refuse cannot be saved; what it only advises against can", () => {
  const title = start({ field: "title" });
  act(() => title.result.current.start());
  act(() => title.result.current.type("x".repeat(256)));
  expect(title.result.current.tooLong).toBe(true);
  act(() => title.result.current.save());
  expect(mutate).not.toHaveBeenCalled();

  const seo = start({ field: "seo_title" });
  act(() => seo.result.current.start());
  act(() => seo.result.current.type("x".repeat(256)));
  expect(seo.result.current.tooLong).toBe(false);
  act(() => seo.result.current.save());
  expect(mutate).toHaveBeenCalledOnce();
});

test("words typed for one draft are not carried over to the next", () => {
  const { result, rerender } = start();
  act(() => result.current.start());
  act(() => result.current.type("typed"));
  rerender({ shown: item({ id: "431/3" }) });
  expect(result.current.editing).toBe(false);
});

const table = "<table><tr><td>S</td></tr></table>";
const original = { start: 0, end: 0 };
const block = { number: 1, label: "size table, 1 row", in_place: true, inline: false, original };

test("a text without a kept block is saved when that is answered", () => {
  const content = `<p>A lamp.</p>${table}`;
  const blocks = [{ ...block, start: 14, end: 14 + table.length }];
  const { result } = renderHook(() => useEditor("431", item({ content }), blocks));
  act(() => result.current.start());
  act(() => result.current.type("<p>A brass lamp.</p>"));
  act(() => result.current.save());
  expect(mutate).not.toHaveBeenCalled();
  expect(result.current.asks).toEqual(blocks);
  act(() => result.current.stayEditing());
  expect(result.current.asks).toBeUndefined();
  expect(result.current.text).toBe("<p>A brass lamp.</p>");
  act(() => result.current.save());
  act(() => result.current.saveWithout());
  expect(mutate).toHaveBeenCalledOnce();
});

test.each([
  ["moved", `${table}<p>x</p>${table}`, []],
  ["one of two left", `<p>x</p>${table}`, [2]],
  ["altered", `<p>x</p>${table.replace("S", "M")}`, [1, 2]],
])("kept blocks in a text: %s", (_, text, lost) => {
  const draft = `<p>🪔</p>${table}${table}`;
  const at = 8; // in code points
  const two = [
    { ...block, start: at, end: at + table.length },
    { ...block, number: 2, start: at + table.length, end: at + 2 * table.length },
    { ...block, number: 3, in_place: false, start: 0, end: 0 },
  ];
  expect(lostBlocks(draft, text, two).map(({ number }) => number)).toEqual(lost);
});
