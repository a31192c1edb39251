import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import type { Estimate } from "@/contract";
import { show } from "@/testing/render";
import { BatchSwitch } from "./BatchSwitch";

const offered = { batch: { cost_usd: 2, cost_max_usd: 5, hours: 24 } } as Estimate;

test("offers batches with their price, and takes a yes", async () => {
  const onChange = vi.fn();
  show(<BatchSwitch estimate={offered} off={false} checked={false} onChange={onChange} />);
  expect(screen.getByText(/\$2.*within 24 hours/)).toBeVisible();
  await userEvent.click(screen.getByRole("switch"));
  expect(onChange).toHaveBeenCalledWith(true);
});

test("is not on for a sample", () => {
  show(<BatchSwitch estimate={offered} off checked onChange={vi.fn()} />);
  expect(screen.getByRole("switch")).not.toBeChecked();
  expect(screen.getByRole("switch")).toBeDisabled();
});

test("is not there where the endpoint takes none", () => {
  show(
    <BatchSwitch estimate={{ batch: null } as Estimate} off={false} checked onChange={vi.fn()} />,
  );
  expect(screen.queryByRole("switch")).toBeNull();
});
