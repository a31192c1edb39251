import { QueryClient } from "@tanstack/react-query";
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test, vi } from "vitest";
import { queryKeys } from "@/api/keys";
import type { KeyphraseCounts, ProposeEstimate } from "@/contract";
import { show } from "@/testing/render";
import { GuessBar } from "./GuessBar";

const call = vi.hoisted(() => vi.fn());
vi.mock("@/api/client", async (original) => ({ ...(await original<object>()), call }));

const scope = { shop: "s1", kind: "collection", language: "de" } as const;
const lacking = { shop_id: "s1", kind: "collection", language: "de", places: [], all: true };
let kind: "openai" | "template";
let estimate: Partial<ProposeEstimate>;

beforeEach(() => {
  kind = "openai";
  estimate = { places: 200, requests: 10, cost_usd: 0.03, cost_max_usd: 0.05, priced: true };
  call.mockReset();
  call.mockImplementation((method: string) => {
    if (method === "GetSettings" || method === "GetShopSettings") {
      const set = { writer: { kind, model: "copy-2" }, caps: {} };
      return Promise.resolve(method === "GetSettings" ? set : { in_force: set, own: [] });
    }
    if (method === "EstimateKeyphrases") {
      const writer = { kind, model: "copy-2", base_url: "" };
      return Promise.resolve({ writer, today_usd: 1, needs_price: null, ...estimate });
    }
    if (method === "ProposeKeyphrases") {
      return Promise.resolve({ proposed: [{}, {}], without: 1, usage: { cost_usd: 0.02 } });
    }
    return Promise.resolve(3);
  });
});

const bar = (part: Partial<KeyphraseCounts>) => {
  const client = new QueryClient();
  const set = { writer: { kind, model: "copy-2" }, caps: {} };
  client.setQueryData(queryKeys.settings, set);
  client.setQueryData(queryKeys.shopSettings("s1"), { in_force: set, own: [] });
  const counts = { all: 900, typed: 10, imported: 0, guess: 800, none: 90, shared: 0, proposed: 3 };
  show(<GuessBar scope={scope} counts={{ ...counts, ...part }} />, client);
};

test("says what a model's guesses cost at most before it is asked, and for how many", async () => {
  bar({});
  await userEvent.click(await screen.findByRole("button", { name: "Ask the model for 887…" }));
  const dialog = await screen.findByRole("dialog", { name: "Ask copy-2 for 200 keyphrases?" });
  expect(dialog).toHaveTextContent("10 requests: about $0.03, at most $0.05. $1.00 spent today.");
  expect(dialog).toHaveTextContent("687 more can be asked for afterwards.");
  expect(call).not.toHaveBeenCalledWith("ProposeKeyphrases", expect.anything());
  await userEvent.click(within(dialog).getByRole("button", { name: /^Ask for 200/ }));
  expect(call).toHaveBeenCalledWith("ProposeKeyphrases", lacking);
});

test("a model without a price is not asked", async () => {
  estimate = { ...estimate, needs_price: { code: "writer_price", message: "No price." } as never };
  bar({});
  await userEvent.click(await screen.findByRole("button", { name: "Ask the model for 887…" }));
  expect(await screen.findByText("No price.")).toBeVisible();
  expect(screen.queryByRole("button", { name: /^Ask for/ })).toBeNull();
});

test("guesses of a model are discarded after a question", async () => {
  bar({});
  await userEvent.click(screen.getByRole("button", { name: "Discard 3…" }));
  const dialog = screen.getByRole("dialog", { name: "Discard 3 guesses of the model?" });
  await userEvent.click(within(dialog).getByRole("button", { name: /^Discard 3/ }));
  expect(call).toHaveBeenCalledWith("DiscardKeyphrases", "s1", "collection", "de");
});

test("the template writer is not asked for guesses", async () => {
  kind = "template";
  bar({ proposed: 0 });
  expect(await screen.findByText("800 guesses")).toBeVisible();
  expect(screen.queryByRole("button", { name: /Ask the model/ })).toBeNull();
  expect(screen.queryByRole("button", { name: /Discard/ })).toBeNull();
});
