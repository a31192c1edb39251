import { expect, test } from "vitest";
import type { Settings } from "@/contract";
import { changedValues, describeChanges, toForm } from "./draft";

const settings: Settings = {
  strategy: "review",
  writer: {
    kind: "openai",
    base_url: "http://127.0.0.1:9/v1",
    model: "m1",
    concurrency: 8,
    rpm: 0,
    tpm: 400_000,
    key_stored: true,
    answer_limits: [],
    learned: null,
  },
  prices: [
    { model: "m1", input: 1, cached: 0.1, output: 4 },
    { model: "m2", input: 2, cached: 2, output: 8 },
  ],
  caps: { job_usd: 10, day_usd: 0, month_usd: 0, chosen: true },
  appearance: { theme: "system", text_size: 100 },
  person: "Ada",
};

test("an untouched form changes nothing", () => {
  expect(changedValues(settings, toForm(settings))).toEqual({});
});

test("only what was touched is saved, by the backend's keys", () => {
  const form = { ...toForm(settings), strategy: "publish" as const, tpm: "", rpm: "300" };
  const values = changedValues(settings, form);
  expect(values).toEqual({ strategy: "publish", "writer.tpm": "0", "writer.rpm": "300" });
  expect(describeChanges(values, form)).toEqual([
    "Bulk Generation Strategy: now Publish without review",
    "Writer",
  ]);
});

test("a key is sent only when one was typed", () => {
  expect(changedValues(settings, { ...toForm(settings), apiKey: "k" })).toEqual({
    "writer.api_key": "k",
  });
});

test("a typed price is sent for the model alone", () => {
  const values = changedValues(settings, { ...toForm(settings), priceIn: "3" });
  expect(values).toEqual({ price: '{"model":"m1","input":3,"output":4}' });
  expect(changedValues(settings, { ...toForm(settings), priceIn: "" })).toEqual({});
});

test("emptied prices take the model out of the table", () => {
  const values = changedValues(settings, { ...toForm(settings), priceIn: "", priceOut: "" });
  expect(values).toEqual({ price: '{"model":"m1"}' });
});

test("an answer limit is set for the model alone, and an empty one is removed", () => {
  const table = [
    { model: "m1", field: "title" as const, tokens: 300 },
    { model: "m2", field: "title" as const, tokens: 400 },
  ];
  const of = { ...settings, writer: { ...settings.writer, answer_limits: table } };
  const form = toForm(of);
  expect(form.limits.title).toBe("300");
  expect(changedValues(of, form)).toEqual({});
  const changed = { ...form, limits: { ...form.limits, title: "", description: "9000" } };
  expect(JSON.parse(changedValues(of, changed)["writer.answer_limits"] ?? "")).toEqual([
    { model: "m2", field: "title", tokens: 400 },
    { model: "m1", field: "description", tokens: 9000 },
  ]);
});

test("a cap is an amount, and an empty one is none", () => {
  expect(toForm(settings)).toMatchObject({ capJob: "10.00", capDay: "" });
  const values = changedValues(settings, { ...toForm(settings), capJob: "", capDay: "2.5" });
  expect(values).toEqual({ "caps.job_usd": "0", "caps.day_usd": "2.5" });
});
