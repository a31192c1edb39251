import { expect, test } from "vitest";
import type { Job } from "@/contract";
import { show } from "@/testing/render";
import { Spent } from "./Spent";

const spent = (cached_tokens: number, set_aside_usd = 0) =>
  show(
    <Spent
      job={
        {
          writer: { kind: "openai", model: "copy-2", base_url: "" },
          usage: {
            input_tokens: 1000,
            output_tokens: 90,
            cached_tokens,
            cost_usd: 0.5,
            priced: true,
          },
          batches: { set_aside_usd },
        } as Job
      }
    />,
  ).container.querySelector("span")?.textContent;

test("names the share that the endpoint had in its cache, where it had any", () => {
  expect(spent(400)).toBe("Spent $0.50, 40 % of the input from the cache");
  expect(spent(0)).toBe("Spent $0.50");
});

test("says what is set aside for batches, until they are answered", () => {
  expect(spent(0, 2.5)).toBe("Spent $0.50, $2.50 set aside for batches");
});
