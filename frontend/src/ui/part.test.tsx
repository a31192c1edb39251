import { act, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { show } from "@/testing/render";
import { AGAIN_MS, fileOf, Part, TRIES } from "./part";

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

test("a file that stays away is named, and goes on being asked for", async () => {
  let there = false;
  const load = async () => {
    if (!there) throw new TypeError();
    return "held";
  };
  show(<Part of={fileOf(load)}>{(held) => <p>{held}</p>}</Part>);
  await settle(AGAIN_MS * (TRIES - 1) - 1);
  expect(screen.queryByRole("status")).toBeNull();
  await settle(1);
  expect(screen.getByRole("status")).toHaveTextContent("A part of this page could not be loaded.");
  expect(screen.getByRole("button", { name: "Reload" })).toBeVisible();
  there = true;
  await settle(AGAIN_MS);
  expect(screen.getByText("held")).toBeVisible();
  expect(screen.queryByRole("status")).toBeNull();
});

test("a style sheet that failed with its part is asked for again", async () => {
  const link = document.createElement("link");
  Object.assign(link, { rel: "stylesheet", href: "/assets/notices.css" });
  document.head.append(link);
  show(<Part of={fileOf(() => Promise.reject(new TypeError()))}>{() => null}</Part>);
  await settle(0);
  const again = document.head.querySelector('link[href="/assets/notices.css"]');
  expect(again).not.toBeNull();
  expect(again).not.toBe(link);
  again?.remove();
});
