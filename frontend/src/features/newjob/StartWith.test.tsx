import { screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import type { Estimate } from "@/contract";
import { show } from "@/testing/render";
import { StartWith } from "./StartWith";

const estimate = {
  items: 300,
  cost_usd: 1.97,
  batch: { cost_usd: 0.99, cost_max_usd: 5.33, hours: 24 },
} as Estimate;

test("the price of all is that of the batches which they go into", () => {
  const onChange = vi.fn();
  const choice = { estimate, value: "all", onChange } as const;
  const { rerender } = show(<StartWith {...choice} batched={false} />);
  expect(screen.getByText("All 300, about $1.97")).toBeVisible();
  rerender(<StartWith {...choice} batched />);
  expect(screen.getByText("All 300, about $0.99")).toBeVisible();
  expect(screen.getByText("A sample of ten, about $0.07")).toBeVisible();
});
