import { act, renderHook } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";
import { item } from "@/testing/fixtures";
import { useEditor } from "./useEditor";

const mutate = vi.fn();
const reset = vi.fn();

vi.mock("@/api", () => ({
  useEditItem: () => ({ mutate, reset, isPending: false, error: null }),
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
  });
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
