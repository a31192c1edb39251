import { screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import type { Estimate } from "@/contract";
import { show } from "@/testing/render";
import { EstimateView } from "./EstimateView";

let caps = { job_usd: 0, day_usd: 0 };
vi.mock("@/api", () => ({ useSettings: () => ({ data: { caps } }) }));

const view = (part: Partial<Estimate>) => {
  const estimate = {
    items: 912,
    matching: 912,
    input_tokens: 820000,
    output_tokens: 310000,
    cost_usd: 2.06,
    cost_max_usd: 4.4,
    measured: 0,
    priced: true,
    today_usd: 1,
    needs_price: null,
    writer: { kind: "openai", model: "copy-2", base_url: "" },
    ...part,
  } as Estimate;
  show(<EstimateView estimate={estimate} error={null} field="description" />);
};

test("says that what answers are asked for twice is assumed, and what at most is", () => {
  view({});
  expect(screen.getByText("about $2.06, at most $4.40")).toBeVisible();
  expect(screen.getByText(/one text in five asked for twice/)).toBeVisible();
  expect(screen.getByText(/every text asked for twice/)).not.toHaveTextContent("caps");
});

test("says which drafts the cost is measured on, and that caps stop the job first", () => {
  caps = { job_usd: 0, day_usd: 5 };
  view({ measured: 120 });
  const note = screen.getByText(/the last 120 descriptions by this model/);
  expect(note).toHaveTextContent("Your spend caps stop the job first.");
});

test("explains nothing where nothing is paid", () => {
  view({ cost_usd: 0, cost_max_usd: 0 });
  expect(screen.queryByText(/At most/)).toBeNull();
});
