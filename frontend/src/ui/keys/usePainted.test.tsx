import { act, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { PENDING, usePainted } from "./usePainted";

beforeEach(() => vi.useFakeTimers({ toFake: ["requestAnimationFrame", "cancelAnimationFrame"] }));
afterEach(() => {
  vi.useRealTimers();
  document.body.replaceChildren();
});
const frame = () => act(() => vi.advanceTimersToNextFrame());

test("content is painted two frames after it was rendered, and other content again", () => {
  const { result, rerender } = renderHook(({ draft }) => usePainted(draft), {
    initialProps: { draft: "1/1" as string | undefined },
  });
  expect(result.current()).toBe(false);
  frame();
  expect(result.current()).toBe(false);
  frame();
  expect(result.current()).toBe(true);
  rerender({ draft: "1/2" });
  expect(result.current()).toBe(false);
  frame();
  frame();
  expect(result.current()).toBe(true);
  rerender({ draft: undefined });
  frame();
  frame();
  expect(result.current()).toBe(false);
});

test("content with a frame that is still loading is not painted", () => {
  const { result } = renderHook(() => usePainted("1/1"));
  frame();
  frame();
  const loading = document.body.appendChild(document.createElement("iframe"));
  loading.setAttribute(PENDING, "");
  expect(result.current()).toBe(false);
  loading.removeAttribute(PENDING);
  expect(result.current()).toBe(true);
});
