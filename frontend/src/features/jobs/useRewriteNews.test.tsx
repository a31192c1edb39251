import { renderHook } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";
import type { RewriteCounts } from "@/contract";
import { notifyPlain } from "@/ui/notify";
import { useRewriteNews } from "./useRewriteNews";

vi.mock("@/ui/notify", () => ({ notifyPlain: vi.fn(), notifyTrouble: vi.fn() }));

const counts = (some: Partial<RewriteCounts>): RewriteCounts => ({
  total: 0,
  waiting: 0,
  paused: 0,
  written: 0,
  failed: 0,
  cancelled: 0,
  reason: null,
  ...some,
});

function read(...readings: RewriteCounts[]) {
  const { rerender } = renderHook((rewriting) => useRewriteNews({ rewriting }), {
    initialProps: readings[0] as RewriteCounts,
  });
  for (const reading of readings.slice(1)) rerender(reading);
}

beforeEach(() => vi.clearAllMocks());

test("tells once when drafts under way are written", () => {
  read(
    counts({ total: 2, waiting: 2 }),
    counts({ total: 2, written: 2 }),
    counts({ total: 2, written: 2 }),
  );
  expect(notifyPlain).toHaveBeenCalledTimes(1);
});

test("tells of drafts that were written between two readings", () => {
  read(counts({}), counts({ total: 2, written: 2 }));
  expect(notifyPlain).toHaveBeenCalledTimes(1);
});

test("does not tell of what ended before the page was opened", () => {
  read(counts({ total: 2, written: 2 }), counts({ total: 2, written: 2 }));
  expect(notifyPlain).not.toHaveBeenCalled();
});

test("waits for the last draft", () => {
  read(counts({}), counts({ total: 2, waiting: 1, written: 1 }));
  expect(notifyPlain).not.toHaveBeenCalled();
});
