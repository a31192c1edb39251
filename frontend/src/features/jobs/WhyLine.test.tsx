import { act, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { publishingWords } from "@/domain/publishingWords";
import { job } from "@/testing/fixtures";
import { show } from "@/testing/render";
import { saysWhy, WhyLine } from "./WhyLine";

const words = publishingWords({ kind: "shopify" });

afterEach(() => vi.useRealTimers());

test("the time that a job waits for its endpoint is counted down", () => {
  vi.useFakeTimers({ now: new Date("2026-10-14T09:00:00Z") });
  const waits = { for: "rate_limit", until: "2026-10-14T09:00:42Z", job: "" } as const;
  const waiting = job({ state: "running", finished_at: null, waits });
  expect(saysWhy(waiting, words)).toBe(true);
  show(<WhyLine job={waiting} words={words} onHelp={() => {}} />);
  expect(screen.getByText(/42 s to go/)).toBeInTheDocument();
  act(() => vi.advanceTimersByTime(5000));
  expect(screen.getByText(/37 s to go/)).toBeInTheDocument();
});

test("a job that waits for another one, or has nothing to say, has no line", () => {
  const after = { for: "job", until: null, job: "12" } as const;
  expect(saysWhy(job({ state: "queued", waits: after }), words)).toBe(false);
  expect(saysWhy(job(), words)).toBe(false);
});
