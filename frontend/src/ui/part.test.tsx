import { act, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { show } from "@/testing/render";
import { AGAIN_MS, fileOf, Part } from "./part";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const settle = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

test("a file that cannot be loaded takes nothing off the page, and is asked for again", async () => {
  let there = false;
  const load = vi.fn(async () => {
    if (!there) throw new TypeError("Failed to fetch dynamically imported module");
    return { held: (n: number) => <p>{n} held</p> };
  });
  const file = fileOf(load);
  const { unmount } = show(
    <>
      <Part of={file}>{({ held }) => held(2)}</Part>
      <input defaultValue="typed" />
    </>,
  );
  await settle(0);
  expect(screen.getByDisplayValue("typed")).toBeVisible();
  expect(screen.queryByText("2 held")).toBeNull();

  there = true;
  await settle(AGAIN_MS);
  expect(screen.getByText("2 held")).toBeVisible();
  expect(load).toHaveBeenCalledTimes(2);

  unmount();
  show(<Part of={file}>{({ held }) => held(3)}</Part>);
  expect(screen.getByText("3 held")).toBeVisible();
  expect(load).toHaveBeenCalledTimes(2);
});

test("a part that is no longer shown is not asked for again", async () => {
  const load = vi.fn(() => Promise.reject(new TypeError()));
  show(<Part of={fileOf(load)}>{() => null}</Part>).unmount();
  await settle(AGAIN_MS * 3);
  expect(load).toHaveBeenCalledTimes(1);
});
