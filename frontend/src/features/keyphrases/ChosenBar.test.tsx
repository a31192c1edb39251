import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test, vi } from "vitest";
import type { KeyphraseRow } from "@/contract";
import { everything, nothing, set } from "@/lib/selection";
import { show } from "@/testing/render";
import { ChosenBar } from "./ChosenBar";

const call = vi.hoisted(() => vi.fn());
vi.mock("@/api/client", async (original) => ({ ...(await original<object>()), call }));

const row = (id: string, source: KeyphraseRow["source"]) =>
  ({ place: { kind: "product", id, handle: id, title: id }, source }) as KeyphraseRow;
const rows = [row("a", "guess"), row("b", "typed"), row("c", "none"), row("d", "guess")];
const clear = vi.fn();

beforeEach(() => {
  clear.mockReset();
  call.mockReset();
  call.mockImplementation((method: string) => {
    if (method !== "EstimateKeyphrases") return Promise.resolve([]);
    const writer = { kind: "openai", model: "copy-2", base_url: "" };
    const cost = { cost_usd: 0.01, cost_max_usd: 0.02, today_usd: 0, priced: true };
    return Promise.resolve({ writer, places: 2, requests: 1, ...cost, needs_price: null });
  });
});

function bar(value = set(nothing, ["a", "b", "c"], true)) {
  const has = (id: string) => value.ids.has(id) !== value.all;
  const selection = {
    value,
    count: rows.filter(({ place }) => has(place.id)).length,
    has,
    asOf: undefined,
    named: () => rows.filter(({ place }) => has(place.id)),
    touch: vi.fn(),
    instead: vi.fn(),
    only: vi.fn(),
    all: vi.fn(),
    clear,
  };
  const scope = { shop: "s1", kind: "product", language: "" } as const;
  show(<ChosenBar scope={scope} selection={selection} all={async () => rows} prompted />);
}

test("of the selected rows the guesses are confirmed, after a question", async () => {
  bar();
  await userEvent.click(screen.getByRole("button", { name: "Confirm guesses…" }));
  const dialog = await screen.findByRole("dialog", { name: "Confirm 1 guess?" });
  await userEvent.click(within(dialog).getByRole("button", { name: /^Confirm 1/ }));
  const at = { kind: "product", place: "a", language: "" };
  expect(call).toHaveBeenCalledWith("ConfirmKeyphrases", "s1", [at]);
  expect(clear).toHaveBeenCalled();
});

test("with all selected, the guesses of rows that were never on screen are confirmed too", async () => {
  bar(set(everything, ["d"], false));
  await userEvent.click(screen.getByRole("button", { name: "Confirm guesses…" }));
  expect(await screen.findByRole("dialog", { name: "Confirm 1 guess?" })).toBeVisible();
});

test("the model is asked for those without a keyphrase of a person", async () => {
  bar();
  await userEvent.click(screen.getByRole("button", { name: "Ask the model…" }));
  await screen.findByRole("dialog", { name: "Ask copy-2 for 2 keyphrases?" });
  expect(call).toHaveBeenCalledWith("EstimateKeyphrases", {
    shop_id: "s1",
    kind: "product",
    language: "",
    places: ["a", "c"],
    all: false,
  });
});

test("a selection without a guess says so and changes nothing", async () => {
  bar(set(nothing, ["b"], true));
  await userEvent.click(screen.getByRole("button", { name: "Confirm guesses…" }));
  expect(
    await screen.findByRole("dialog", { name: "No guess among the selected ones" }),
  ).toBeVisible();
  expect(call).not.toHaveBeenCalled();
});
