import { screen } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";
import type { Estimate } from "@/contract";
import { show } from "@/testing/render";
import { EstimateView } from "./EstimateView";

let caps = { job_usd: 0, day_usd: 0, month_usd: 0 };
let own: string[] = [];
beforeEach(() => {
  caps = { job_usd: 0, day_usd: 0, month_usd: 0 };
  own = [];
});
const spent = { day: { total_usd: 1 }, month: { total_usd: 30 } };
const ofShop = { day: { total_usd: 0.25 }, month: { total_usd: 4 } };
vi.mock("@/api", () => ({
  useShopSettings: () => ({ data: { in_force: { caps }, own } }),
  useSpending: (shop: string) => (shop === "" ? spent : ofShop),
}));

const view = (part: Partial<Estimate>, inBatches = false) => {
  const estimate = {
    items: 912,
    matching: 912,
    input_tokens: 820000,
    output_tokens: 310000,
    cost_usd: 2.06,
    cost_max_usd: 4.4,
    measured: 0,
    cached_share: 0,
    priced: true,
    today_usd: 1,
    needs_price: null,
    writer: { kind: "openai", model: "copy-2", base_url: "" },
    ...part,
  } as Estimate;
  show(
    <EstimateView
      estimate={estimate}
      inBatches={inBatches}
      error={null}
      field="description"
      shop="s1"
    />,
  );
};

test("says what a job costs at once and as a batch, and holds the batch against the caps", () => {
  caps = { job_usd: 0, day_usd: 4, month_usd: 0 };
  const batch = { cost_usd: 1.03, cost_max_usd: 2.2, hours: 24 };
  view({ batch }, true);
  expect(screen.getByText("about $2.06, $1.03 as a batch (at most $2.20)")).toBeVisible();
  expect(screen.getByText("$2.03 of $4.00")).toBeVisible();
  expect(screen.queryByText(/caps stop the job first/)).toBeNull();
});

test("says the price at once while batches are only offered", () => {
  view({ batch: { cost_usd: 1.03, cost_max_usd: 2.2, hours: 24 } });
  expect(screen.getByText("about $2.06, at most $4.40")).toBeVisible();
});

test("says that what answers are asked for twice is assumed, and what at most is", () => {
  view({});
  expect(screen.getByText("about $2.06, at most $4.40")).toBeVisible();
  expect(screen.getByText(/one text in five asked for twice/)).toBeVisible();
  expect(screen.getByText(/every text asked for twice/)).not.toHaveTextContent("caps");
});

test("says which drafts the cost is measured on, and that caps stop the job first", () => {
  caps = { job_usd: 0, day_usd: 5, month_usd: 0 };
  view({ measured: 120 });
  const note = screen.getByText(/the last 120 descriptions by this model/);
  expect(note).toHaveTextContent("Your spend caps stop the job first.");
});

test("names the share that is expected from the endpoint’s cache", () => {
  view({ measured: 120, cached_share: 0.625 });
  expect(screen.getByText(/About 63 % of the input is expected to come from/)).toBeVisible();
});

test("explains nothing where nothing is paid", () => {
  view({ cost_usd: 0, cost_max_usd: 0 });
  expect(screen.queryByText(/At most/)).toBeNull();
});

test("holds a job against the caps that hold for its shop", () => {
  caps = { job_usd: 0, day_usd: 20, month_usd: 250 };
  view({});
  expect(screen.getByText("$3.06 of $20.00")).toBeVisible();
  expect(screen.getByText("$32.06 of $250.00")).toBeVisible();
  expect(screen.getByText(/every text asked for twice/)).not.toHaveTextContent("caps");
});

test("counts the shop alone under a cap of its own", () => {
  caps = { job_usd: 0, day_usd: 3, month_usd: 250 };
  own = ["caps.day_usd"];
  view({});
  expect(screen.getByText("$2.31 of $3.00")).toBeVisible();
  expect(screen.getByText("$32.06 of $250.00")).toBeVisible();
  expect(screen.getByText(/every text asked for twice/)).toHaveTextContent("caps");
});
