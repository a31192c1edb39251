import { expect, test } from "vitest";
import { freeServer, withPrice } from "./prices";

const writer = { kind: "openai", base_url: "http://127.0.0.1:11434/v1", model: "m" } as const;

test("a price takes the place of the one for the same model and server alone", () => {
  const everywhere = { model: "m", input: 1, cached: 1, output: 2 };
  const here = { ...everywhere, base_url: writer.base_url, input: 3 };
  const table = withPrice(withPrice(null, everywhere), here);
  expect(table).toEqual([everywhere, here]);
  expect(withPrice(table, { ...everywhere, input: 5 })).toEqual([
    here,
    { ...everywhere, input: 5 },
  ]);
});

test("a free server is free for all its models and for no other server", () => {
  expect(freeServer(writer)).toEqual({
    model: "*",
    base_url: writer.base_url,
    input: 0,
    cached: 0,
    output: 0,
  });
});
