import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import type { Usage, WriterReport } from "@/contract";
import { show } from "@/testing/render";
import { TestResult } from "./TestResult";

const report = (usage: Partial<Usage>): WriterReport => ({
  name: "m",
  millis: 120,
  models: ["m"],
  structured: "json_schema",
  pictures: false,
  prompt_cut: false,
  batches: false,
  usage: {
    ...{ input_tokens: 100, output_tokens: 10, cached_tokens: 0 },
    ...{ cost_usd: 0, priced: false, estimated: false, ...usage },
  },
});

const shown = async (usage: Partial<Usage>) => {
  show(<TestResult report={report(usage)} error={null} model="m" />);
  return await screen.findByRole("status");
};

test("says what a test cost", async () => {
  expect(await shown({ priced: true, cost_usd: 0.0012 })).toHaveTextContent("cost $0.0012");
});

test("says what was booked for a test of a model without a price", async () => {
  const result = await shown({ estimated: true, cost_usd: 0.0048 });
  expect(result).toHaveTextContent("price not known, about $0.0048 booked");
});

test("says nothing of the cost of a server that is taken to be free", async () => {
  expect(await shown({})).not.toHaveTextContent(/cost|booked/);
});
