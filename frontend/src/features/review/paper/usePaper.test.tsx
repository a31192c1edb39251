import { act, renderHook } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";
import type { Item } from "@/contract";
import { item, proof } from "@/testing/fixtures";
import { useEditor } from "../useEditor";
import { usePaper } from "./usePaper";

const { sent, asked, mutate, reset } = vi.hoisted(() => ({
  sent: [] as string[],
  asked: [] as (string | undefined)[],
  mutate: vi.fn(),
  reset: vi.fn(),
}));

vi.mock("@/api", () => ({
  useEditItem: () => ({ mutate, reset, isPending: false, error: null }),
  useJudged: (_: object, text: string | undefined) => {
    asked.push(text);
    return { data: undefined };
  },
  noteEditing: () => {},
  mendText: () => Promise.resolve(""),
  stepThatLeft: () => Promise.resolve(undefined),
  describeError: (error: Error) => ({ message: error.message, code: "", detail: "" }),
  keepUnsaved: (_: string, __: number, text: string, leaving = false) => {
    sent.push(`keep ${text}${leaving ? " at once" : ""}`);
    return Promise.resolve();
  },
  dropUnsaved: () => {
    sent.push("drop");
    return Promise.resolve();
  },
}));

beforeEach(() => {
  sent.length = 0;
  asked.length = 0;
  mutate.mockReset();
});

const open = () =>
  renderHook(() => {
    const shown: Item = item({ content: "Draft" });
    const editor = useEditor("431", shown);
    usePaper({ ...proof(), item: shown }, editor);
    return editor;
  });

test("a page that is left while something is typed keeps it", () => {
  const { result, unmount } = open();
  act(() => result.current.start());
  act(() => result.current.type("Typed"));
  unmount();
  expect(sent.at(-1)).toBe("keep Typed");
});

test("only a page that is closed waits for nothing", () => {
  const { result } = open();
  act(() => result.current.start());
  act(() => result.current.type("Typed"));
  act(() => void document.dispatchEvent(new Event("visibilitychange")));
  expect(sent.at(-1)).toBe("keep Typed");
  act(() => void window.dispatchEvent(new Event("pagehide")));
  expect(sent.at(-1)).toBe("keep Typed at once");
});

test("a page that is left by a save keeps nothing after it", () => {
  const { result, unmount } = open();
  act(() => result.current.start());
  act(() => result.current.type("Typed"));
  act(() => result.current.save(() => unmount()));
  const [, { onSuccess }] = mutate.mock.calls[0] ?? [];
  act(() => onSuccess(item({ content: "Typed", revision: 2 })));
  expect(sent.at(-1)).toBe("drop");
});

test("an edit that begins is judged by its own text, not by none", () => {
  vi.useFakeTimers();
  try {
    const { result } = open();
    act(() => result.current.start());
    act(() => void vi.runAllTimers());
    expect(asked.at(-1)).toBe("Draft");
    act(() => result.current.type("Typed"));
    act(() => result.current.stop());
    act(() => result.current.start());
    act(() => void vi.runAllTimers());
    expect(asked.at(-1)).toBe("Draft");
    expect(new Set(asked)).toEqual(new Set([undefined, "Draft"]));
  } finally {
    vi.useRealTimers();
  }
});
