import { act, fireEvent, renderHook } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";
import type { OwnText } from "@/contract";
import { desk } from "@/testing/fixtures";
import { useKeptTexts } from "./useKeptTexts";
import { useTexts } from "./useTexts";

const { keep } = vi.hoisted(() => ({
  keep: vi.fn<(texts: string[], leaving: boolean) => Promise<void>>(),
}));

vi.mock("@/api", () => ({
  noteDesk: () => {},
  keepTyped: (texts: OwnText[], leaving = false) =>
    keep(
      texts.map(({ content }) => content),
      leaving,
    ),
}));

beforeEach(() => {
  vi.useFakeTimers();
  keep.mockReset().mockResolvedValue();
  return () => vi.useRealTimers();
});

const shown = desk({ title: "Hesper" });

function open() {
  const page = renderHook(() => {
    const texts = useTexts(shown, () => {});
    useKeptTexts(texts);
    return texts;
  });
  const type = (text: string) =>
    act(async () => {
      const { states, type } = page.result.current;
      const title = states.find(({ key }) => key === "title");
      if (title) type(title, text);
    });
  return { ...page, type };
}

/** The pause after which texts are kept. */
const pause = () => act(() => vi.advanceTimersByTimeAsync(1000));

test("nothing typed, nothing sent", async () => {
  const { unmount } = open();
  await pause();
  fireEvent(window, new Event("pagehide"));
  unmount();
  expect(keep).not.toHaveBeenCalled();
});

test("texts are kept after a pause, once", async () => {
  const { type, unmount } = open();
  await type("Lamp");
  await pause();
  fireEvent(document, new Event("visibilitychange"));
  unmount();
  expect(keep.mock.calls).toEqual([[["Lamp"], false]]);
});

test("what was kept is forgotten, even if keeping it again failed", async () => {
  const { type } = open();
  await type("Lamp");
  await pause();
  keep.mockRejectedValueOnce(new Error("away"));
  await type("Lamps");
  await pause();
  await type("Hesper");
  await pause();
  expect(keep.mock.lastCall).toEqual([[], false]);
});

test("another page of the program waits its turn", async () => {
  const { type, unmount } = open();
  await type("Lamp");
  unmount();
  expect(keep.mock.calls).toEqual([[["Lamp"], false]]);
});

test("a page that is closed waits for nothing, and repeats what may wait", async () => {
  const { type } = open();
  await type("Lamp");
  fireEvent(document, new Event("visibilitychange"));
  fireEvent(window, new Event("pagehide"));
  expect(keep.mock.calls).toEqual([
    [["Lamp"], false],
    [["Lamp"], true],
  ]);
});
